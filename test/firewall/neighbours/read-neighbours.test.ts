import assert from 'node:assert/strict';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {Failure} from '../../../source/failure.js';
import {readNeighbours} from '../../../source/firewall/neighbours/read-neighbours.js';
import type {RunCommand} from '../../../source/host/command.js';
import {samplePolicy, temporaryFolder} from '../../helpers/sample.js';

const policy = samplePolicy();
const nothing = '{"nftables": []}';

/** A recorded machine: what nft and systemctl print, or why they fail. */
function machine({nft = nothing, systemctl = 'enabled\n'}: Partial<Printed>) {
	const asked: string[] = [];
	const run: RunCommand = async (file, arguments_) => {
		asked.push([file, ...arguments_].join(' '));
		const printed = file === 'nft' ? nft : systemctl;
		if (printed instanceof Error) {
			throw printed;
		}

		return {stdout: printed, stderr: ''};
	};
	return {asked, run};
}
type Printed = Readonly<Record<'nft' | 'systemctl', string | Error>>;

async function rootWith(context: TestContext, files: Readonly<Record<string, string>>) {
	const root = await temporaryFolder(context);
	for (const [path, text] of Object.entries(files)) {
		await mkdir(join(root, path, '..'), {recursive: true});
		await writeFile(join(root, path), text);
	}

	return root;
}

const systemd = {'run/systemd/system/here': ''};

test('nobody is there on a machine without any other firewall', async context => {
	const root = await rootWith(context, {
		'proc/net/ip_tables_names': '',
		'proc/net/ip6_tables_names': '\n',
	});
	assert.deepEqual(await readNeighbours(machine({}).run, policy, root), []);
});

test('tables are listed as numbers, and without the elements of their sets', async context => {
	const {asked, run} = machine({});
	await readNeighbours(run, policy, await rootWith(context, {}));
	assert.deepEqual(asked, ['nft -j -n -t list ruleset']);
});

test('what nftables.service does to every table is told', async context => {
	const root = await rootWith(context, systemd);
	const [service, ...others] = await readNeighbours(machine({}).run, policy, root);
	assert.deepEqual(others, []);
	assert.equal(service?.name, 'nftables.service');
	assert.match(service?.text ?? '', /removes every table .*; ours comes back by itself/);
});

for (const [name, systemctl] of [
	['disabled', new Failure('command.failed', '"systemctl" ended with exit code 1')],
	['masked', 'masked\n'],
	['only a part of something else', 'static\n'],
] as const) {
	test(`nftables.service is no neighbour when it is ${name}`, async context => {
		const root = await rootWith(context, systemd);
		assert.deepEqual(await readNeighbours(machine({systemctl}).run, policy, root), []);
	});
}

test('systemd is not asked where it does not run', async context => {
	const {asked, run} = machine({});
	await readNeighbours(run, policy, await rootWith(context, {}));
	assert.ok(!asked.some(line => line.startsWith('systemctl')));
});

for (const name of ['ip_tables_names', 'ip6_tables_names']) {
	test(`rules of the older iptables are told, although nft lists none: ${name}`, async context => {
		const root = await rootWith(context, {[`proc/net/${name}`]: 'filter\nnat\n'});
		const [old] = await readNeighbours(machine({}).run, policy, root);
		assert.equal(old?.name, 'iptables-legacy');
		assert.equal(old.isBlocking, true);
	});
}

for (const [name, nft] of [
	['nft fails', new Failure('command.failed', '"nft" did not end within 15 seconds', {})],
	['nft prints no JSON', 'Warning: '],
	['nft prints something else', '{}'],
] as const) {
	test(`what could not be read is not taken for nobody: ${name}`, async context => {
		const found = await readNeighbours(
			machine({nft}).run,
			policy,
			await rootWith(context, {}),
		);
		assert.equal(found.length, 1);
		assert.equal(found[0]?.isBlocking, true);
		assert.match(found[0].text, /^Who else filters packets here could not be read \(/);
	});
}
