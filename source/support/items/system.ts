import type {Item} from '../item.js';
import {command, file, together} from '../parts.js';

const units = ['analytics-setup*', 'firewalld', 'nftables', 'chronyd', 'chrony'];
/** Lines of the last day; the newest, where there are more. */
const journal = ['--since=-24h', '--lines=20000', '--no-pager', '--output=short-iso'];

/** The system that this program runs on. */
export const system: readonly Item[] = [
	{
		name: 'system/versions.txt',
		title: 'Versions of the system and its programs',
		collect: together(
			file('/etc/os-release'),
			command('uname', '-a'),
			command('nft', '--version'),
			command('systemctl', '--version'),
			command('chronyd', '--version'),
			command('openssl', 'version', '-a'),
		),
	},
	{
		name: 'system/time.txt',
		title: 'The clock and who sets it',
		collect: together(
			command('date', '--utc'),
			command('timedatectl'),
			command('chronyc', '-n', 'tracking'),
			command('chronyc', '-n', 'sources'),
			file('/etc/chrony.conf'),
			file('/etc/chrony/chrony.conf'),
		),
	},
	{
		name: 'system/units.txt',
		title: 'The services that have to do with it',
		collect: command('systemctl', 'status', '--no-pager', '--lines=0', ...units),
	},
	{
		name: 'system/journal.txt',
		title: 'The log of these services, of the last 24 hours',
		collect: command('journalctl', ...journal, ...units.map(unit => `--unit=${unit}`)),
	},
	{
		name: 'system/kernel.txt',
		title: 'What the kernel said, of the last 24 hours',
		collect: command('journalctl', '--dmesg', ...journal),
	},
	{
		name: 'system/security.txt',
		title: 'SELinux and AppArmor',
		collect: together(command('sestatus'), command('aa-status')),
	},
	{
		name: 'system/disk.txt',
		title: 'Room on the disks',
		collect: together(command('df', '-h'), command('df', '-i')),
	},
	{
		name: 'system/load.txt',
		title: 'Memory and load',
		collect: together(
			file('/proc/loadavg'),
			file('/proc/meminfo'),
			file('/proc/sys/kernel/random/boot_id'),
		),
	},
];
