import assert from 'node:assert/strict';
import {cp, readFile, rm} from 'node:fs/promises';
import process from 'node:process';
import {afterEach, beforeEach, suite, test} from 'node:test';
import {askFollower} from '../../source/names/names-link.js';
import type {RunResult} from '../campus/host.js';
import {campusSkip} from '../campus/need.js';
import {filesOf} from '../campus/run-inside.js';
import {runFolder} from './outbound-by-name/followers.js';
import {type Mode, name, openSite, type Site} from './outbound-by-name/site.js';
import {untilOnTrial} from './outbound-by-name/trial.js';

// A new version takes the place of a program whose processes still wait: whatever they have
// not loaded by then is no longer there.

const copy = '/run/campus/copy';

suite('the files of the program are gone', {skip: campusSkip()}, () => {
	let site: Site;

	beforeEach(async () => {
		site = await openSite();
		await cp('dist', inside(copy), {recursive: true});
	});
	afterEach(() => site.campus.close());

	const inside = (path: string) => `${filesOf(site.campus.hosts.appliance)}${path}`;
	const runCopy = (...arguments_: readonly string[]): Promise<RunResult> =>
		site.campus.hosts.appliance.run(process.execPath, [`${copy}/cli.js`, ...arguments_]);

	/** Begins a trial with the copy, and takes that away. */
	const tryAndRemove = async (mode: Mode, seconds: number) => {
		const path = await site.writeAnswers(mode);
		const ended = runCopy(
			'apply',
			'--confirm-within',
			String(seconds),
			'--answers',
			path,
		);
		await untilOnTrial(site.campus.hosts.appliance);
		await rm(inside(copy), {recursive: true});
		return {ended};
	};

	for (const mode of ['ports', 'destinations'] as const) {
		test(`what nobody keeps goes back, ${mode}`, async () => {
			await site.apply('open');
			const old = await site.run(['explain', '--to', name, '--port', '22/tcp']);
			const {ended} = await tryAndRemove(mode, 3);
			const {exitCode, stderr} = await ended;
			assert.match(stderr, /The old rules are back\./);
			assert.equal(exitCode, 4, stderr);
			assert.equal(await site.run(['explain', '--to', name, '--port', '22/tcp']), old);
		});

		test(`what is kept is kept, ${mode}`, async () => {
			const {ended} = await tryAndRemove(mode, 60);
			await site.run(['confirm', '--without-proof']);
			const {exitCode, stdout, stderr} = await ended;
			assert.match(stdout, /Generation 1, kept without proof/);
			assert.equal(exitCode, 0, stderr);
			const kept = inside('/var/lib/analytics-setup/generations/0001/kept.json');
			assert.partialDeepStrictEqual(JSON.parse(await readFile(kept, 'utf8')), {
				kind: 'kept',
			});
		});
	}

	test('names are followed, and asked for again', async () => {
		const path = await site.writeAnswers('destinations');
		const applied = await runCopy('apply', '--no-confirm', '--answers', path);
		assert.equal(applied.exitCode, 0, applied.stderr);
		await rm(inside(copy), {recursive: true});
		await site.move(['198.51.100.150']);
		const report = await askFollower(runFolder(site.campus.hosts.appliance), 'refresh');
		const told = report?.names.find(each => each.name === name);
		assert.ok(told?.addresses.some(({address}) => address.value === 3_325_256_854n));
	});
});
