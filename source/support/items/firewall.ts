import {findFirewalld} from '../../firewall/firewalld/find-firewalld.js';
import {table} from '../../firewall/name-sets.js';
import type {Item} from '../item.js';
import {command, file, found, together} from '../parts.js';

/** What filters packets on this server. */
export const firewall: readonly Item[] = [
	{
		name: 'firewall/ruleset.txt',
		title: 'All rules of the kernel',
		collect: command('nft', '-s', 'list', 'ruleset'),
	},
	{
		name: 'firewall/own-table.txt',
		title: 'Our rules, with what each has counted',
		collect: command('nft', 'list', 'table', ...table.split(' ')),
	},
	{
		name: 'firewall/firewalld.txt',
		title: 'firewalld',
		async collect(context) {
			const {kind} = await findFirewalld(context.machine.sources.run);
			// Its programs may wake the daemon where it does not run.
			return kind === 'running'
				? together(
						command('firewall-cmd', '--version'),
						command('firewall-cmd', '--list-all-zones'),
						command('firewall-cmd', '--list-all-policies'),
						command('firewall-cmd', '--direct', '--get-all-rules'),
						file('/etc/firewalld/firewalld.conf'),
					)(context)
				: found(`firewalld is ${kind}.`);
		},
	},
	{
		name: 'firewall/iptables.txt',
		title: 'Tables of the older iptables, which nft does not show',
		// Read there: its programs load what they list.
		collect: together(
			file('/proc/net/ip_tables_names'),
			file('/proc/net/ip6_tables_names'),
		),
	},
];
