import assert from 'node:assert/strict';
import {lstat, mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {after, before, suite, test} from 'node:test';
import {
	answersPath,
	furnishAppliance,
	publicAuthority,
	runProgram,
} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {campusSkip} from '../campus/need.js';
import {startTerminal, type Terminal} from '../helpers/terminal.js';
import {answerLines} from './answer-lines.js';
import {choose} from './choose.js';
import {keys} from './keys.js';

const anyMoment = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?Z?)?/g;
const atAnyTime = (text: string) => text.replaceAll(anyMoment, 'then').trimEnd();

suite('documents on a terminal of the appliance', {skip: campusSkip()}, () => {
	let campus: Campus;
	let terminal: Terminal;
	let home: string;
	const open = (...flags: readonly string[]) => {
		const program = campus.hosts.appliance.enter(process.execPath, [
			'dist/cli.js',
			...flags,
		]);
		return startTerminal(...program, {
			env: {...publicAuthority, HOME: home},
			...(flags.includes('--plain') ? {rows: 50} : {}),
		});
	};

	/** What was saved, which nobody else can read. */
	const saved = async (path: string) => {
		const {mode} = await lstat(path);
		assert.equal(mode & 0o777, 0o600, path);
		return readFile(path, 'utf8');
	};

	/** That a file is what the command prints, but for the moment. */
	const isAsPrinted = async (path: string, ...flags: readonly string[]) => {
		const {stdout} = await runProgram(campus, ['report', ...flags]);
		const text = await saved(path);
		assert.ok(text.length > 300, text);
		assert.equal(atAnyTime(text), atAnyTime(stdout));
	};

	/** Saves what is pointed at, under the usual name or another one. */
	const save = async (path?: string) => {
		terminal.type('s');
		await terminal.shows(/▸ Save as/);
		terminal.type(path === undefined ? keys.enter : `${keys.clear}${path}\r`);
		await terminal.shows(/^(?![\s\S]*▸ Save as)/);
	};

	const pointAt = async (label: string) => {
		terminal.type(keys.home);
		await terminal.shows(/▸ For the network team/);
		const labels = terminal.text().split('\n').slice(3);
		terminal.type(keys.down.repeat(labels.findIndex(line => line.includes(label))));
		await terminal.shows(new RegExp(`▸ ${label}`));
	};

	before(async () => {
		home = await mkdtemp(join(tmpdir(), 'analytics-setup-home-'));
		campus = await openCampus();
		await furnishAppliance(campus);
		await runProgram(campus, ['apply', '--no-confirm', '--answers', answersPath]);
		terminal = open();
	});
	after(async () => {
		terminal.close();
		await campus.close();
		await rm(home, {recursive: true, force: true});
	});

	test('before anything was probed they say that nothing is proven yet', async () => {
		await choose(terminal, 'Documents for the other teams');
		await terminal.shows(/Nothing is proven yet, and the documents say so\./);
		await save('before.txt');
		await terminal.shows(/Saved in .*before\.txt/);
		assert.match(await saved(join(home, 'before.txt')), /not tried/);
		terminal.type(keys.escape);
	});

	test('they are reached from the results by one key', async () => {
		await choose(terminal, 'Probe all connections');
		await terminal.shows(/of 22 rows proven(?!.*probing)/, 30_000);
		terminal.type('d');
		await terminal.shows(/\d+ of 22 rows are proven, just now\./);
		terminal.type(keys.escape);
		await terminal.shows(/of 22 rows proven/);
		terminal.type('d');
		await terminal.shows(/▸ For the network team/);
	});

	for (const [label, flags] of [
		['For the network team', ['--for', 'network']],
		['For the database team', ['--for', 'dba']],
		['For the mail team', ['--for', 'mail']],
		['For the DNS team', ['--for', 'dns']],
		['Everything', []],
	] as const) {
		test(`"${label}" is saved as the very page that the command prints`, async () => {
			await pointAt(label);
			await save();
			await terminal.shows(/Saved in/);
			const name = flags[1] ?? 'report';
			const files = await readdir(home);
			const file = files.find(each => each.startsWith(`analytics.uni.edu-${name}-`));
			assert.match(file ?? '', /-\d{4}-\d\d-\d\d\.html$/);
			await isAsPrinted(join(home, file ?? ''), ...flags, '--format', 'html');
		});
	}

	for (const [ending, format] of [
		['md', 'markdown'],
		['txt', 'text'],
		['csv', 'csv'],
		['json', 'json'],
	] as const) {
		test(`a name that ends in .${ending} gets what the command prints as ${format}`, async () => {
			await pointAt('For the network team');
			await save(`for-them.${ending}`);
			await terminal.shows(new RegExp(`Saved in \\S*for-them\\.${ending}`));
			const path = join(home, `for-them.${ending}`);
			await isAsPrinted(path, '--for', 'network', '--format', format);
		});
	}

	test('the answers file sets up another server', async () => {
		await pointAt('The answers file');
		await save('site.yaml');
		await terminal.shows(/Saved in \S*site\.yaml/);
		const text = await saved(join(home, 'site.yaml'));
		assert.match(text, /hostname: analytics\.uni\.edu/);
		const {exitCode} = await runProgram(campus, ['check', join(home, 'site.yaml')]);
		assert.equal(exitCode, 0);
		const {stdout} = await runProgram(campus, [
			'plan',
			'--json',
			'--answers',
			join(home, 'site.yaml'),
		]);
		assert.deepEqual(JSON.parse(stdout).changes, []);
	});

	test('a path may be whole, or begin at home, and have spaces', async () => {
		const folder = join(home, 'for the other teams');
		await mkdir(folder);
		for (const [typed, path] of [
			[join(folder, 'network team.html'), join(folder, 'network team.html')],
			['~/for the other teams/dns team.md', join(folder, 'dns team.md')],
		] as const) {
			await pointAt('For the DNS team');
			await save(typed);
			await terminal.shows(/Saved in[\s\S]*for\s+its\s+owner\s+only\./);
			assert.match(await saved(path), /DNS team/);
		}
	});

	test('a file that is there is replaced only after a yes', async () => {
		const path = join(home, 'theirs.html');
		await writeFile(path, 'theirs\n', {mode: 0o644});
		await pointAt('For the mail team');
		await save('theirs.html');
		await terminal.shows(/There is such a file\. Replace it\?/);
		terminal.type('\r');
		await terminal.shows(/Not saved: .*theirs\.html stays as it was/);
		assert.equal(await readFile(path, 'utf8'), 'theirs\n');
		await save('theirs.html');
		await terminal.shows(/There is such a file\. Replace it\?/);
		terminal.type('yes\r');
		await terminal.shows(/Saved in .*theirs\.html/);
		await isAsPrinted(path, '--for', 'mail', '--format', 'html');
	});

	test('a folder that is not there, or an ending that says nothing, is told', async () => {
		const before = await readdir(home);
		await save('nowhere/network.html');
		await terminal.shows(/could not be written:\s+there is no folder/);
		await save('network.pdf');
		await terminal.shows(/Let the name end in \.html, \.md, \.txt, \.csv or \.json\./);
		assert.deepEqual(await readdir(home), before);
	});

	test('one is read on the screen, scrolled and searched', async () => {
		await pointAt('For the network team');
		terminal.type(keys.enter);
		await terminal.shows(/ For the network team\s+─+\s+AppsAnywhere Analytics/);
		terminal.type('/license.looker.com');
		await terminal.shows(
			/license\.looker\.com[\s\S]*Find license\.looker\.com.* 1 of \d/,
		);
		terminal.type(keys.escape);
		await terminal.shows(/S save . ↑↓ move . \/ search . Esc back/);
		terminal.type(keys.end);
		await terminal.shows(/Lines \d+ to (\d+) of \1/);
		terminal.type(keys.escape);
		await terminal.shows(/S saves it/);
	});

	test('a second session sees it as the first one does', async () => {
		const second = open();
		try {
			await second.shows(/▸ For the network team[\s\S]*read-only/);
			terminal.type(keys.down);
			await second.shows(/▸ For the database team/);
		} finally {
			second.close();
			await second.exited;
		}
	});

	test('in plain lines the same is saved', async () => {
		terminal.type(`${keys.escape}`);
		await terminal.shows(/of 22 rows proven/);
		terminal.type('q');
		await terminal.exited;
		terminal = open('--plain');
		await terminal.shows(/(\d): Documents for the other teams/);
		const [, number = ''] =
			/(\d): Documents for the other teams/.exec(terminal.text()) ?? [];
		await answerLines(terminal, 'Number', number);
		await terminal.shows(/\d+ of 22 rows are proven/);
		await answerLines(terminal, 'Number', '1', '1');
		await answerLines(terminal, 'Save as', '~/in plain lines.html');
		await terminal.shows(/Saved in /);
		const path = join(home, 'in plain lines.html');
		await isAsPrinted(path, '--for', 'network', '--format', 'html');
	});
});
