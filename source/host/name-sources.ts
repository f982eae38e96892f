import {isLoopback} from '../addresses/cidr-list.js';
import {readFileIfThere} from './files.js';
import type {NameSources} from './resolver.js';
import {parseHosts, parseResolvers} from './system-files.js';

/** The DNS servers that this machine uses, and the names that its hosts file knows. */
export async function readNameSources(): Promise<NameSources> {
	const [resolvConf, resolvedConf, hosts] = await Promise.all([
		readFileIfThere('/etc/resolv.conf'),
		readFileIfThere('/run/systemd/resolve/resolv.conf'),
		readFileIfThere('/etc/hosts'),
	]);
	const servers = parseResolvers(resolvConf);
	return {
		// A stub on loopback asks the servers that systemd-resolved writes down elsewhere.
		servers: servers.every(isLoopback)
			? [...servers, ...parseResolvers(resolvedConf)]
			: servers,
		hosts: parseHosts(hosts),
	};
}
