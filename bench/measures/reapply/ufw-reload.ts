import {mustRun, port, type Way} from './way.js';

/** ufw, which has no sets: a rule a source, in its own file as ufw itself writes it. */
export const ufwReload: Way = {
	name: 'ufw reload',
	async prepare({hosts: {appliance}}, sources) {
		const rules = sources.map(
			source => `### tuple ### allow tcp ${port} 0.0.0.0/0 any ${source} in
-A ufw-user-input -p tcp --dport ${port} -s ${source} -j ACCEPT
`,
		);
		await appliance.write(
			'/etc/ufw/user.rules',
			`*filter
:ufw-user-input - [0:0]
:ufw-user-output - [0:0]
:ufw-user-forward - [0:0]
:ufw-user-limit - [0:0]
:ufw-user-limit-accept - [0:0]
### RULES ###
${rules.join('')}### END RULES ###
COMMIT
`,
			0o640,
		);
		await mustRun(appliance, ['ufw', '--force', 'enable']);
		return () => mustRun(appliance, ['ufw', 'reload']);
	},
};
