import assert from 'node:assert/strict';
import {mkdir, rm, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {Failure} from '../../../source/failure.js';
import {findFirewalld} from '../../../source/firewall/firewalld/find-firewalld.js';
import {temporaryFolder} from '../../helpers/sample.js';

type Answers = Readonly<Record<string, string | Failure>>;

/** Answers from data, and writes down what it was asked. */
function recordedCommands(answers: Answers) {
	const asked: string[] = [];
	const run = async (file: string, arguments_: readonly string[]) => {
		const command = [file, ...arguments_].join(' ');
		asked.push(command);
		const answer = answers[command];
		if (typeof answer === 'string') {
			return {stdout: answer, stderr: ''};
		}

		throw answer ?? failing('ended with exit code 127');
	};
	return {run, asked};
}

const failing = (said: string) => new Failure('command.failed', `"program" ${said}`);
/** A machine's folders, with firewalld in the given network or not running. */
async function places(context: TestContext, daemon?: 'ours' | 'of a container') {
	const folder = await temporaryFolder(context);
	const proc = join(folder, 'proc');
	const addProcess = async (pid: string, name: string, network: string) => {
		await mkdir(join(proc, pid, 'ns'), {recursive: true});
		await writeFile(join(proc, pid, 'comm'), `${name}\n`);
		await symlink(network, join(proc, pid, 'ns/net'));
	};
	await addProcess('self', 'node', 'net:[1]');
	await addProcess('7', 'vim', 'net:[1]');
	// It ended while the list was read.
	await mkdir(join(proc, '8'));
	if (daemon !== undefined) {
		await addProcess('9', 'firewalld', daemon === 'ours' ? 'net:[1]' : 'net:[2]');
	}

	await writeFile(join(folder, 'firewall-cmd'), '', {mode: 0o755});
	return {folder, proc, units: folder, path: `/nonexistent:${folder}`};
}

test('where it is not installed nothing else is asked', async context => {
	const {run, asked} = recordedCommands({});
	const where = await places(context, 'ours');
	await rm(join(where.folder, 'firewall-cmd'));
	assert.deepEqual(await findFirewalld(run, where), {kind: 'absent'});
	assert.deepEqual(asked, []);
});

for (const daemon of [undefined, 'of a container'] as const) {
	test(`a firewalld that is ${daemon ?? 'not running'} does not run here, and is not woken`, async context => {
		const {run, asked} = recordedCommands({});
		const found = await findFirewalld(run, await places(context, daemon));
		assert.deepEqual(found, {kind: 'stopped'});
		assert.ok(!asked.some(command => command.startsWith('firewall-cmd')));
	});
}

test('one that is masked is told from one that is stopped', async context => {
	const where = await places(context);
	await symlink('/dev/null', join(where.units, 'firewalld.service'));
	const {run} = recordedCommands({});
	assert.deepEqual(await findFirewalld(run, where), {kind: 'masked'});
});

for (const [kind, state] of [
	['running', 'running'],
	['failed', failing('failed')],
	['hung', failing('did not end within 5 seconds')],
	['hung', failing('not running')],
] as const) {
	test(`one that answers "${state instanceof Failure ? state.message : state}" is ${kind}`, async context => {
		const {run} = recordedCommands({
			'firewall-cmd --state': state,
		});
		assert.deepEqual(await findFirewalld(run, await places(context, 'ours')), {
			...{kind, backend: 'nftables'},
		});
	});
}

test('the backend is as the configuration says', async context => {
	const where = await places(context, 'ours');
	await writeFile(
		join(where.folder, 'firewalld.conf'),
		'#FirewallBackend=nftables\nFirewallBackend=iptables\n',
	);
	const {run} = recordedCommands({'firewall-cmd --state': 'running'});
	assert.deepEqual(await findFirewalld(run, where), {
		...{kind: 'running', backend: 'iptables'},
	});
});
