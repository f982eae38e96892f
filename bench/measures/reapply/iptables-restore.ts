import {mustRun, port, type Way} from './way.js';

/** A rule a source, as `iptables-save` prints it, in one go. */
export const iptablesRestore: Way = {
	name: 'iptables-restore',
	async prepare({hosts: {appliance}}, sources) {
		const rules = sources.map(
			source => `-A INPUT -s ${source}/32 -p tcp -m tcp --dport ${port} -j ACCEPT\n`,
		);
		const saved = `*filter
:INPUT DROP [0:0]
:FORWARD DROP [0:0]
:OUTPUT ACCEPT [0:0]
-A INPUT -i lo -j ACCEPT
-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
${rules.join('')}COMMIT
`;
		const again = () => mustRun(appliance, ['iptables-restore'], saved);
		await again();
		return again;
	},
};
