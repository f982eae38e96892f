import type {Item} from '../item.js';
import {command, file, together} from '../parts.js';

/** How this server stands in its network. */
export const network: readonly Item[] = [
	{
		name: 'network/names.txt',
		title: 'How names are looked up',
		collect: together(
			file('/etc/hostname'),
			file('/etc/resolv.conf'),
			file('/run/systemd/resolve/resolv.conf'),
			file('/etc/nsswitch.conf'),
			file('/etc/hosts'),
		),
	},
	{
		name: 'network/interfaces.txt',
		title: 'Interfaces and addresses',
		collect: together(command('ip', '-statistics', 'link'), command('ip', 'address')),
	},
	{
		name: 'network/routes.txt',
		title: 'Routes',
		collect: together(
			...['-4', '-6'].flatMap(family => [
				command('ip', family, 'rule'),
				command('ip', family, 'route', 'show', 'table', 'all'),
			]),
		),
	},
	{
		name: 'network/neighbours.txt',
		title: 'Neighbours on the same networks',
		collect: command('ip', 'neighbour'),
	},
	{
		name: 'network/sockets.txt',
		title: 'Open sockets',
		collect: together(command('ss', '-tulpn'), command('ss', '-s')),
	},
];
