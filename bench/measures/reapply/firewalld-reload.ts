import {startFirewalld} from '../../../test/campus/services/firewalld.js';
import {mustRun, port, type Way} from './way.js';

/** firewalld with the sources in one ipset, which is the fastest that it has. */
export const firewalldReload: Way = {
	name: 'firewall-cmd --reload',
	async prepare({hosts: {appliance}}, sources) {
		await appliance.write(
			'/etc/firewalld/ipsets/sources.xml',
			`<ipset type="hash:net">${sources.map(source => `<entry>${source}</entry>`).join('\n')}</ipset>`,
		);
		await appliance.write(
			'/etc/firewalld/zones/public.xml',
			`<zone target="DROP"><rule family="ipv4"><source ipset="sources"/><port port="${port}" protocol="tcp"/><accept/></rule></zone>`,
		);
		await startFirewalld(appliance);
		return () => mustRun(appliance, ['firewall-cmd', '--reload']);
	},
};
