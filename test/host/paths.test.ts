import assert from 'node:assert/strict';
import {test} from 'node:test';
import {pathsFor} from '../../source/host/paths.js';

const home = {HOME: '/home/ann'};

for (const [name, root, isRoot, environment, config, state] of [
	['root', undefined, true, home, '/etc/analytics-setup', '/var/lib/analytics-setup'],
	[
		'root with --root',
		'/image',
		true,
		home,
		'/image/etc/analytics-setup',
		'/image/var/lib/analytics-setup',
	],
	[
		'root with --root /',
		'/',
		true,
		home,
		'/etc/analytics-setup',
		'/var/lib/analytics-setup',
	],
	[
		'a user with --root',
		'/image',
		false,
		home,
		'/image/etc/analytics-setup',
		'/image/var/lib/analytics-setup',
	],
	[
		'a user',
		undefined,
		false,
		home,
		'/home/ann/.config/analytics-setup',
		'/home/ann/.local/state/analytics-setup',
	],
	[
		'a user with XDG folders',
		...([undefined, false] as const),
		{...home, XDG_CONFIG_HOME: '/c', XDG_STATE_HOME: '/s'},
		...(['/c/analytics-setup', '/s/analytics-setup'] as const),
	],
	[
		'root with XDG folders, which are not for the system',
		...([undefined, true] as const),
		{...home, XDG_CONFIG_HOME: '/c', XDG_STATE_HOME: '/s'},
		...(['/etc/analytics-setup', '/var/lib/analytics-setup'] as const),
	],
	[
		'a user with empty XDG folders, which count as none',
		...([undefined, false] as const),
		{...home, XDG_CONFIG_HOME: '', XDG_STATE_HOME: ''},
		...([
			'/home/ann/.config/analytics-setup',
			'/home/ann/.local/state/analytics-setup',
		] as const),
	],
	[
		'a user with relative XDG folders, which are to be ignored',
		...([undefined, false] as const),
		{...home, XDG_CONFIG_HOME: 'c', XDG_STATE_HOME: './s'},
		...([
			'/home/ann/.config/analytics-setup',
			'/home/ann/.local/state/analytics-setup',
		] as const),
	],
] as const) {
	test(`the files of ${name} stand in ${config} and ${state}`, () => {
		assert.deepEqual(pathsFor(root, isRoot, environment), {config, state});
	});
}
