import assert from 'node:assert/strict';
import {test} from 'node:test';
import {pathsFor} from '../../source/host/paths.js';

const home = {HOME: '/home/ann'};

for (const [name, root, isRoot, environment, config, state, run] of [
	[
		'root',
		undefined,
		true,
		home,
		'/etc/analytics-setup',
		'/var/lib/analytics-setup',
		'/run/analytics-setup',
	],
	[
		'root with --root',
		'/image',
		true,
		home,
		'/image/etc/analytics-setup',
		'/image/var/lib/analytics-setup',
		'/image/run/analytics-setup',
	],
	[
		'root with --root /',
		'/',
		true,
		home,
		'/etc/analytics-setup',
		'/var/lib/analytics-setup',
		'/run/analytics-setup',
	],
	[
		'a user with --root',
		'/image',
		false,
		home,
		'/image/etc/analytics-setup',
		'/image/var/lib/analytics-setup',
		'/image/run/analytics-setup',
	],
	[
		'a user',
		undefined,
		false,
		home,
		'/home/ann/.config/analytics-setup',
		'/home/ann/.local/state/analytics-setup',
		'/home/ann/.local/state/analytics-setup/run',
	],
	[
		'a user with XDG folders',
		...([undefined, false] as const),
		{...home, XDG_CONFIG_HOME: '/c', XDG_STATE_HOME: '/s', XDG_RUNTIME_DIR: '/r'},
		...(['/c/analytics-setup', '/s/analytics-setup', '/r/analytics-setup'] as const),
	],
	[
		'root with XDG folders, which are not for the system',
		...([undefined, true] as const),
		{...home, XDG_CONFIG_HOME: '/c', XDG_STATE_HOME: '/s', XDG_RUNTIME_DIR: '/r'},
		...([
			'/etc/analytics-setup',
			'/var/lib/analytics-setup',
			'/run/analytics-setup',
		] as const),
	],
	[
		'a user with empty XDG folders, which count as none',
		...([undefined, false] as const),
		{...home, XDG_CONFIG_HOME: '', XDG_STATE_HOME: '', XDG_RUNTIME_DIR: ''},
		...([
			'/home/ann/.config/analytics-setup',
			'/home/ann/.local/state/analytics-setup',
			'/home/ann/.local/state/analytics-setup/run',
		] as const),
	],
	[
		'a user with relative XDG folders, which are to be ignored',
		...([undefined, false] as const),
		{...home, XDG_CONFIG_HOME: 'c', XDG_STATE_HOME: './s', XDG_RUNTIME_DIR: 'r'},
		...([
			'/home/ann/.config/analytics-setup',
			'/home/ann/.local/state/analytics-setup',
			'/home/ann/.local/state/analytics-setup/run',
		] as const),
	],
] as const) {
	test(`the files of ${name} stand in ${config} and ${state}`, () => {
		const {loginMessage: _, ...paths} = pathsFor(root, isRoot, environment);
		assert.deepEqual(paths, {config, state, run});
	});
}

for (const [name, root, isRoot, path] of [
	['root', undefined, true, '/run/motd.d/analytics-setup'],
	['a user with --root', '/image', false, '/image/run/motd.d/analytics-setup'],
	['a user, at whose files nobody logs in', undefined, false, undefined],
] as const) {
	test(`the login message of ${name} stands in ${path ?? 'no file'}`, () => {
		assert.equal(pathsFor(root, isRoot, home).loginMessage, path);
	});
}
