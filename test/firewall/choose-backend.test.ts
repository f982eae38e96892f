import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Failure} from '../../source/failure.js';
import {type BackendChoice, chooseBackend} from '../../source/firewall/choose-backend.js';
import type {RunCommand} from '../../source/host/command.js';

/** A machine with or without nft, which remembers what was run. */
function machine({hasNft = true} = {}) {
	const asked: string[] = [];
	const run: RunCommand = async (file, arguments_) => {
		asked.push([file, ...arguments_].join(' '));
		if (!hasNft) {
			throw new Failure('command.failed', `"${file}" is not installed`);
		}

		return {stdout: '{"nftables": []}', stderr: ''};
	};
	return {asked, run};
}

const paths = {config: '/c', state: '/s', run: '/r'};
const choose = (choice: Partial<BackendChoice>, run = machine().run) =>
	chooseBackend({
		wanted: undefined,
		root: undefined,
		isRoot: true,
		paths,
		run,
		own: ['/usr/bin/analytics-setup'],
		...choice,
	});

for (const [name, choice, hasNft, backend, place] of [
	['root with nft', {}, true, 'nftables', /table "inet analytics_setup"/],
	['root without nft', {}, false, 'files', /^\/s\/files\/etc\/analytics-setup$/],
	['a user who is not root', {isRoot: false}, true, 'files', /^\/s\/files\/etc/],
	[
		'root with --root',
		{root: '/image'},
		true,
		'files',
		/^\/image\/etc\/analytics-setup$/,
	],
	['a user with --root', {root: '/image', isRoot: false}, true, 'files', /^\/image\/etc/],
	['root who wants files', {wanted: 'files'}, true, 'files', /^\/s\/files\/etc/],
	['root who wants nftables', {wanted: 'nftables'}, true, 'nftables', /nftables table/],
] as const) {
	test(`${name} gets the backend ${backend}`, async () => {
		const chosen = await choose(choice, machine({hasNft}).run);
		assert.equal(chosen.name, backend);
		assert.match(chosen.place, place);
	});
}

for (const [name, choice, hasNft, code, remedy] of [
	['is not root', {isRoot: false}, true, 'not-permitted', /as root/],
	[
		'has no nft',
		{isRoot: true},
		false,
		'firewall.missing',
		/Install the package "nftables"/,
	],
	['is neither', {isRoot: false}, false, 'not-permitted', /as root/],
] as const) {
	test(`who wants nftables and ${name} is told so, and never gets files instead`, async () => {
		const {run} = machine({hasNft});
		await assert.rejects(
			choose({...choice, wanted: 'nftables'}, run),
			(error: unknown) => {
				assert.ok(error instanceof Failure);
				assert.equal(error.code, code);
				assert.match(error.remedies.join(' '), remedy);
				return true;
			},
		);
	});
}

for (const choice of [{wanted: 'files'}, {isRoot: false}, {root: '/image'}] as const) {
	test(`with ${JSON.stringify(choice)} no program is run at all`, async () => {
		const {asked, run} = machine();
		await choose(choice, run);
		assert.deepEqual(asked, []);
	});
}

test('choosing looks at the firewall and changes nothing', async () => {
	const {asked, run} = machine();
	await choose({}, run);
	assert.deepEqual(asked, ['nft -j -t list ruleset']);
});
