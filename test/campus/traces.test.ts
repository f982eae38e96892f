import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readdirSync, readFileSync, readlinkSync} from 'node:fs';
import {networkInterfaces, tmpdir} from 'node:os';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {suite, test} from 'node:test';
import {openCampus} from './campus.js';
import {campusSkip} from './need.js';

suite('nothing is left of a campus', {skip: campusSkip()}, () => {
	test('when it is closed', async () => {
		const before = machine();
		const campus = await openCampus();
		const {appliance} = campus.hosts;
		const own = namespacesOf(Object.values(campus.hosts).map(({pid}) => pid));
		await appliance.run('sh', ['-c', leaveSleeper]);
		assert.equal(own.length, 20);
		assert.deepEqual(own.filter(isInUse), own);
		await campus.close();
		assert.deepEqual(own.filter(isInUse), []);
		assert.deepEqual(machine(), before);
	});

	for (const signal of ['SIGKILL', 'SIGINT'] as const) {
		test(`when ${signal} ends the process that opened it`, async () => {
			const before = machine();
			const opener = spawn(
				process.execPath,
				['--import=tsx', '--input-type=module', '--eval', openerCode],
				{stdio: ['ignore', 'pipe', 'pipe']},
			);
			const closed = once(opener, 'close');
			const [line] = await once(createInterface(opener.stdout), 'line');
			const own = namespacesOf(JSON.parse(String(line)));
			assert.deepEqual(own.filter(isInUse), own);
			opener.kill(signal);
			// Agents share its stderr, which therefore closes when the last of them has ended.
			await closed;
			assert.deepEqual(own.filter(isInUse), []);
			assert.deepEqual(machine(), before);
		});
	}
});

// Detached as a guard would be: from its parent, its session and its output.
const leaveSleeper = 'setsid --fork sleep 1000 >/dev/null 2>&1';

const openerCode = `
	import {openCampus} from ${JSON.stringify(new URL('campus.ts', import.meta.url).href)};
	const {hosts, router} = await openCampus();
	await hosts.appliance.run('sh', ['-c', ${JSON.stringify(leaveSleeper)}]);
	console.log(JSON.stringify([router, ...Object.values(hosts)].map(({pid}) => pid)));
`;

/** What of the machine itself a campus might change. Other tests may have a campus too. */
const machine = () => ({
	mounts: readFileSync('/proc/self/mounts', 'utf8'),
	interfaces: Object.keys(networkInterfaces()),
	etc: readdirSync('/etc'),
	run: readdirSync('/run'),
	campusFolders: readdirSync(tmpdir()).filter(name => name.includes('campus')),
});

const namespacesOf = (pids: readonly number[]) =>
	pids.flatMap(pid =>
		['net', 'mnt'].map(kind => readlinkSync(`/proc/${pid}/ns/${kind}`)),
	);

const isInUse = (namespace: string) =>
	readdirSync('/proc')
		.filter(name => /^\d+$/.test(name))
		.some(pid =>
			['net', 'mnt'].some(kind => linkOf(`/proc/${pid}/ns/${kind}`) === namespace),
		);

function linkOf(path: string) {
	try {
		return readlinkSync(path);
	} catch {
		return undefined;
	}
}
