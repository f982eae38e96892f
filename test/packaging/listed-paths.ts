import {glob} from 'node:fs/promises';
import {collect} from '../helpers/collect.js';

/** All that the package holds, in rpm's order: mode, owner and path. */
export async function listedPaths(): Promise<readonly string[]> {
	const documents = await collect(glob('docs/*.md'));
	const paths = [
		...listed,
		...documents.map(path => `-rw-r--r-- /usr/share/doc/analytics-setup/${path}`),
	];
	return paths
		.map(line => line.split(' '))
		.toSorted(([, one = ''], [, other = '']) => (one < other ? -1 : 1))
		.map(([mode, path]) => `${mode} root:root ${path}`);
}

const units = '/usr/lib/systemd/system';
const shared = '/usr/share';

const listed = [
	'drwx------ /etc/analytics-setup',
	'drwxr-xr-x /etc/issue.d',
	'lrwxrwxrwx /etc/issue.d/analytics-setup.issue',
	'drwx------ /run/analytics-setup',
	'-rw-r--r-- /run/analytics-setup/issue',
	'-rw-r--r-- /run/motd.d/analytics-setup',
	'-rwxr-xr-x /usr/bin/analytics-setup',
	'drwxr-xr-x /usr/lib/motd.d',
	'-rw-r--r-- /usr/lib/motd.d/analytics-setup',
	`-rw-r--r-- ${units}/analytics-setup-first-boot@.service`,
	`-rw-r--r-- ${units}/analytics-setup-recovery.service`,
	...[
		'console-getty.service',
		'getty.target',
		'getty@tty1.service',
		'serial-getty@.service',
	].flatMap(unit => [
		`drwxr-xr-x ${units}/${unit}.d`,
		`-rw-r--r-- ${units}/${unit}.d/analytics-setup.conf`,
	]),
	`lrwxrwxrwx ${units}/sysinit.target.wants/analytics-setup-recovery.service`,
	`-rw-r--r-- ${shared}/bash-completion/completions/analytics-setup`,
	`drwxr-xr-x ${shared}/doc/analytics-setup`,
	...[
		'CHANGELOG.md',
		'README.md',
		'analytics-setup.cdx.json',
		'answers.example.yaml',
		'answers.schema.json',
	].map(name => `-rw-r--r-- ${shared}/doc/analytics-setup/${name}`),
	`drwxr-xr-x ${shared}/doc/analytics-setup/docs`,
	`drwxr-xr-x ${shared}/fish`,
	`drwxr-xr-x ${shared}/fish/vendor_completions.d`,
	`-rw-r--r-- ${shared}/fish/vendor_completions.d/analytics-setup.fish`,
	`drwxr-xr-x ${shared}/licenses/analytics-setup`,
	...['LICENSE', 'THIRD-PARTY-LICENSES.txt'].map(
		name => `-rw-r--r-- ${shared}/licenses/analytics-setup/${name}`,
	),
	`-rw-r--r-- ${shared}/man/man1/analytics-setup.1.gz`,
	`drwxr-xr-x ${shared}/zsh`,
	`drwxr-xr-x ${shared}/zsh/site-functions`,
	`-rw-r--r-- ${shared}/zsh/site-functions/_analytics-setup`,
	'drwx------ /var/lib/analytics-setup',
] as const;
