import assert from 'node:assert/strict';
import {readFile, truncate} from 'node:fs/promises';
import {after, before, suite, test} from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {parse, stringify} from 'yaml';
import {answersPath, furnishAppliance, runProgram} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import type {Host} from '../campus/host.js';
import {campusSkip} from '../campus/need.js';
import {filesOf} from '../campus/run-inside.js';

type Json = Readonly<Record<string, unknown>>;

const stateFolder = '/var/lib/analytics-setup';
const runFolder = '/run/analytics-setup';

suite('a transaction among damaged, planted and full folders', {
	skip: campusSkip(),
}, () => {
	let campus: Campus;
	let appliance: Host;
	let state: string;
	let old: string;

	const run = (...arguments_: readonly string[]) => runProgram(campus, arguments_);
	const apply = (...arguments_: readonly string[]) =>
		run('apply', '--no-confirm', '--answers', '/etc/new.yaml', ...arguments_);
	const sh = async (script: string) => {
		const {exitCode, stdout, stderr} = await appliance.run('sh', ['-ec', script]);
		assert.equal(exitCode, 0, stderr);
		return stdout;
	};
	const ruleset = () => sh('nft -s list ruleset');
	const status = async () => JSON.parse((await run('status', '--json')).stdout) as Json;
	const isUntouched = async () => {
		assert.equal(await ruleset(), old);
	};

	/** A trial whose apply has gone: its guard alone is left. */
	const startTrial = async (seconds: number) => {
		const [file, arguments_] = ['setsid', ['--fork', process.execPath, 'dist/cli.js']];
		const apply_ = ['apply', '--confirm-within', String(seconds)];
		await appliance.run('sh', [
			'-c',
			'"$@" >/dev/null 2>&1 </dev/null',
			'sh',
			file,
			...arguments_,
			...apply_,
			'--answers',
			'/etc/new.yaml',
		]);
		const journal = `${state}/trial/journal.jsonl`;
		const end = performance.now() + 20_000;
		while (!(await readFile(journal, 'utf8').catch(() => '')).includes('"on-trial"')) {
			assert.ok(performance.now() < end, 'no trial begins');
			await delay(20);
		}
	};
	const isBack = async () => {
		const journal = `${state}/undone/journal.jsonl`;
		const end = performance.now() + 20_000;
		while (!(await readFile(journal, 'utf8').catch(() => '')).includes('"restored"')) {
			assert.ok(performance.now() < end, 'the old rules do not come back');
			await delay(20);
		}

		await isUntouched();
	};

	before(async () => {
		campus = await openCampus({services: ['dns']});
		({appliance} = campus.hosts);
		state = `${filesOf(appliance)}${stateFolder}`;
		await furnishAppliance(campus);
		const kept = await run('apply', '--no-confirm', '--answers', answersPath);
		assert.equal(kept.exitCode, 0, kept.stderr);
		old = await ruleset();
		const answers = parse(await sh(`cat ${answersPath}`)) as object;
		const viewers = {subnets: ['10.21.0.0/16']};
		await appliance.write('/etc/new.yaml', stringify({...answers, viewers}));
	});
	after(() => campus.close());

	for (const [name, path, damage, mend, words] of [
		[
			'the run folder is a file',
			runFolder,
			`rm -rf ${runFolder}; touch ${runFolder}`,
			`rm ${runFolder}`,
			/not a folder/,
		],
		[
			'the run folder is a link to elsewhere',
			runFolder,
			`rm -rf ${runFolder}; mkdir -p /run/elsewhere; ln -s /run/elsewhere ${runFolder}`,
			`rm ${runFolder}`,
			/a link/,
		],
		[
			'others may write to the run folder',
			runFolder,
			`mkdir -p ${runFolder}; chmod 777 ${runFolder}`,
			`chmod 700 ${runFolder}`,
			/others may write/,
		],
		[
			'the run folder belongs to somebody else',
			runFolder,
			`mkdir -p ${runFolder}; chown 65534 ${runFolder}`,
			`chown 0 ${runFolder}`,
			/another user/,
		],
		[
			'others may write to the state folder',
			stateFolder,
			`chmod 777 ${stateFolder}`,
			`chmod 700 ${stateFolder}`,
			/others may write/,
		],
		[
			'the state folder belongs to somebody else',
			stateFolder,
			`chown 65534 ${stateFolder}`,
			`chown 0 ${stateFolder}`,
			/another user/,
		],
		[
			'the state folder is a link to elsewhere',
			stateFolder,
			`mv ${stateFolder} /var/lib/elsewhere; ln -s /var/lib/elsewhere ${stateFolder}`,
			`rm ${stateFolder}; mv /var/lib/elsewhere ${stateFolder}`,
			/a link/,
		],
		[
			'somebody has planted a link in the place of a trial',
			`${stateFolder}/trial`,
			`mkdir -p /tmp; ln -s /run/elsewhere ${stateFolder}/trial`,
			`rm ${stateFolder}/trial`,
			/a link/,
		],
		[
			'somebody has planted a trial of their own',
			`${stateFolder}/trial`,
			`mkdir ${stateFolder}/trial; echo '{}' > ${stateFolder}/trial/record.json; chown -R 65534 ${stateFolder}/trial`,
			`rm -r ${stateFolder}/trial`,
			/another user/,
		],
	] as const) {
		test(`nothing is applied where ${name}`, async () => {
			await sh(damage);
			try {
				const {exitCode, stderr} = await apply();
				assert.equal(exitCode, 1, stderr);
				assert.match(stderr, new RegExp(`^"${path}[^"]*" cannot be trusted: `));
				assert.match(stderr, words);
				await isUntouched();
			} finally {
				await sh(mend);
			}

			assert.equal((await run('status')).exitCode, 0);
		});
	}

	for (const file of ['record.json', 'policy.json', 'answers.json', 'before/ruleset']) {
		test(`a trial whose ${file} is cut short goes back to what was kept`, async () => {
			await startTrial(2);
			assert.notEqual(await ruleset(), old);
			await truncate(`${state}/trial/${file}`, file === 'before/ruleset' ? 0 : 20);
			await isBack();
			assert.partialDeepStrictEqual(await status(), {
				transaction: null,
				undone: {restored: true},
				drift: [],
			});
		});
	}

	for (const file of ['policy.json', 'answers.json']) {
		test(`a trial whose ${file} is cut short cannot be kept`, async () => {
			await startTrial(60);
			await truncate(`${state}/trial/${file}`, 20);
			const {exitCode, stderr} = await run('confirm', '--without-proof');
			assert.equal(exitCode, 4);
			assert.match(stderr, /^The old rules are back\. Their files are damaged\.$/);
			await isUntouched();
			assert.partialDeepStrictEqual(await status(), {transaction: null, drift: []});
		});
	}

	test('a full disk: nothing is applied, and a rollback goes back all the same', async () => {
		await sh(
			`cp -a ${stateFolder} /run/state; mount -t tmpfs -o size=256k,mode=700 tiny ${stateFolder}; cp -a /run/state/. ${stateFolder}`,
		);
		const fill = `dd if=/dev/zero of=${stateFolder}/filler bs=4k 2>/dev/null || true`;
		try {
			await sh(fill);
			const refused = await apply();
			assert.notEqual(refused.exitCode, 0);
			assert.match(refused.stderr, /could not be written: the disk is full/);
			await isUntouched();
			await sh(`rm ${stateFolder}/filler`);
			await startTrial(60);
			assert.notEqual(await ruleset(), old);
			await sh(fill);
			const kept = await run('confirm', '--without-proof');
			assert.equal(kept.exitCode, 4, kept.stderr);
			assert.match(kept.stderr, /^The old rules are back\./);
			await isUntouched();
			await sh(`rm ${stateFolder}/filler`);
			await startTrial(60);
			await sh(fill);
			const {exitCode, stderr} = await run('rollback');
			assert.match(stderr, /^$|audit log could not be written/);
			assert.ok(exitCode === 0 || exitCode === 4, stderr);
			await isUntouched();
			await sh(`rm ${stateFolder}/filler`);
			assert.partialDeepStrictEqual(await status(), {transaction: null, drift: []});
		} finally {
			await sh(`umount ${stateFolder}`);
		}
	});

	for (const file of ['record.json', 'policy.json', 'kept.json']) {
		test(`of a newest generation whose ${file} is cut short, the one before is used`, async () => {
			const {exitCode, stderr} = await apply();
			assert.equal(exitCode, 0, stderr);
			const {generation} = (await status()) as {readonly generation: number};
			const path = `${state}/generations/${String(generation).padStart(4, '0')}/${file}`;
			await truncate(path, 20);
			const after_ = await status();
			assert.equal(after_.generation, generation - 1);
			assert.ok(
				(after_.drift as readonly unknown[]).length > 0,
				'what is in effect differs',
			);
			const to = await run('rollback', '--to', String(generation));
			assert.match(to.stderr, /There is no generation/);
			const back = await run('rollback', '--to', String(generation - 1), '--no-confirm');
			assert.equal(back.exitCode, 0, back.stderr);
			await isUntouched();
		});
	}
});
