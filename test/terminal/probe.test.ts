import assert from 'node:assert/strict';
import process from 'node:process';
import {after, afterEach, before, suite, test} from 'node:test';
import {answersPath, furnishAppliance} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {campusSkip} from '../campus/need.js';
import {startTerminal, type Terminal, type TerminalOptions} from '../helpers/terminal.js';
import {keys} from './keys.js';

suite('"probe" on a terminal', {skip: campusSkip()}, () => {
	let campus: Campus;
	const terminals: Terminal[] = [];
	let written = '';

	const probe = (flags: readonly string[], options?: TerminalOptions) => {
		const [file, inside] = campus.hosts.appliance.enter(process.execPath, [
			...['dist/cli.js', 'probe', '--answers', answersPath, ...flags],
		]);
		written = '';
		const terminal = startTerminal(file, inside, {
			...options,
			onOutput(data) {
				written += data;
			},
		});
		terminals.push(terminal);
		return terminal;
	};

	before(async () => {
		campus = await openCampus({services: ['dns', 'time']});
		await furnishAppliance(campus);
	});
	afterEach(async () => {
		for (const terminal of terminals.splice(0)) {
			terminal.close();
			await terminal.exited;
		}
	});
	after(() => campus.close());

	test('says how far it is on one line, and leaves nothing of it', async () => {
		const terminal = probe(['ntp-0', 'ntp-1']);
		assert.equal(await terminal.exited, 0);
		await terminal.shows(/2 of 2 rows proven/);
		assert.match(
			written,
			/\rprobing: 0 of 2 done, waiting for 0\.centos\.pool\.ntp\.org/,
		);
		assert.match(written, /\rprobing: 1 of 2 done, waiting for /);
		assert.match(terminal.text(), /^2 of 2 rows proven/);
		assert.doesNotMatch(terminal.text(), /probing/);
	});

	test('a line that is longer than a narrow terminal is cut', async () => {
		const terminal = probe(['ntp-0'], {columns: 30});
		await terminal.exited;
		await terminal.shows(/1 of 1 rows proven/);
		assert.match(written, /\rprobing: 0 of 1 done, wait\.\.\./);
	});

	for (const [name, flags, options] of [
		['with --json', ['ntp-0', '--json'], {}],
		['with --progress none', ['ntp-0', '--progress', 'none'], {}],
		['with --progress json', ['ntp-0', '--progress', 'json'], {}],
		['on a terminal that cannot move its cursor', ['ntp-0'], {name: 'dumb'}],
	] as const) {
		test(`${name} it says nothing meanwhile`, async () => {
			const terminal = probe(flags, options);
			assert.equal(await terminal.exited, 0);
			assert.doesNotMatch(written, /probing/);
			assert.ok(!written.includes('\u001B'));
		});
	}

	for (const [name, flags, options, isBold] of [
		['stands out', [], {}, true],
		['does not with --no-color', ['--no-color'], {}, false],
		['does not with NO_COLOR', [], {env: {NO_COLOR: '1'}}, false],
	] as const) {
		test(`what happens at a port ${name}, and says the same in words`, async () => {
			const terminal = probe(['viewers', '--watch', ...flags], options);
			await terminal.shows(/Ctrl-C ends it/);
			const end = performance.now() + 10_000;
			while (!/refused|let in|dropped/.test(terminal.text())) {
				assert.ok(performance.now() < end, terminal.text());
				await campus.hosts.stranger.dial({
					...{protocol: 'tcp', address: '10.10.0.10', port: 9999},
				});
			}

			await terminal.shows(/! 10\.99\.0\.9 9999\/tcp let in; no program listens there/);
			assert.equal(written.includes('\u001B[1m'), isBold);
			terminal.type(keys.interrupt);
			assert.equal(await terminal.exited, 130);
		});
	}
});
