import assert from 'node:assert/strict';
import {lstat, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {after, before, suite, test} from 'node:test';
import {execa} from 'execa';
import {
	answersPath,
	furnishAppliance,
	publicAuthority,
	runProgram,
} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {filterOnTheWay} from '../campus/faults/network.js';
import {runOn} from '../campus/faults/run-on.js';
import {campusSkip} from '../campus/need.js';
import {pictureOf, pngOf} from '../helpers/picture.js';
import {startTerminal, type Terminal} from '../helpers/terminal.js';
import {choose} from './choose.js';
import {keys} from './keys.js';

const sites = [
	'rpms.remirepo.net',
	'mirrors.fedoraproject.org',
	's2public.blob.core.windows.net',
	'software2-public.azureedge.net',
	'bitbucket.org',
	'license.looker.com',
] as const;

suite('results on a terminal of the appliance', {skip: campusSkip()}, () => {
	let campus: Campus;
	let terminal: Terminal;
	let home: string;
	/** Gives the message another window, and waits until it fills that. */
	const resize = async (columns: number, rows: number) => {
		terminal.resize(columns, rows);
		await terminal.shows(new RegExp(`^(?:.*\n){${rows - 1}} C QR code`));
	};

	/** Points at the row that has these words, by searching for them. */
	const pointAt = async (words: string, id: string) => {
		terminal.type(`/${words}`);
		await terminal.shows(/Find .* 1 of 1/);
		terminal.type(keys.escape);
		await terminal.shows(/^(?![\s\S]*Find)[\s\S]*Enter evidence/);
		terminal.type(keys.enter);
		await terminal.shows(new RegExp(`Known as +${id}`));
		terminal.type(keys.escape);
		await terminal.shows(/Enter evidence/);
	};

	before(async () => {
		home = await mkdtemp(join(tmpdir(), 'analytics-setup-home-'));
		campus = await openCampus();
		await furnishAppliance(campus);
		await runProgram(campus, ['apply', '--no-confirm', '--answers', answersPath]);
		// A firewall on the way that drops what goes to the web by HTTPS.
		await filterOnTheWay(campus, 'tcp dport 443 drop');
		const program = campus.hosts.appliance.enter(process.execPath, ['dist/cli.js']);
		terminal = startTerminal(...program, {env: {...publicAuthority, HOME: home}});
	});
	after(async () => {
		terminal.close();
		await campus.close();
		await rm(home, {recursive: true, force: true});
	});

	test('six destinations that fail stand under the name of who must act', async () => {
		await choose(terminal, 'Probe all connections');
		await terminal.shows(/to act: .*7 network team(?!.*probing)/, 30_000);
		await terminal.shows(/✗ any destination +443\/tcp +0 of 6 destinations proven/);
	});

	test('the message to them is one request with six connections', async () => {
		await pointAt('license.looker.com', 'looker-license');
		terminal.type('m');
		await terminal.shows(/For the network team, as it can be mailed/);
		await terminal.shows(/C QR code . S save . V plain text/);
	});

	test('it is saved where nobody else reads it', async () => {
		terminal.type('s');
		await terminal.shows(/Save as .*analytics-setup-network-\d{4}-\d\d-\d\d\.txt/);
		terminal.type(`${keys.clear}message.txt\r`);
		await terminal.shows(/Saved in .*message\.txt/);
		const text = await readFile(join(home, 'message.txt'), 'utf8');
		const {mode} = await lstat(join(home, 'message.txt'));
		assert.equal(mode & 0o777, 0o600);
		assert.equal(text.match(/Please permit/g)?.length, 1);
		const flat = text.replaceAll(/\s+/g, ' ');
		for (const site of sites) {
			assert.ok(
				flat.includes(`From 10.10.0.10 to ${site} (198.51.100.80), 443/tcp`),
				flat,
			);
		}
	});

	test('and never over a file that is there, unless somebody says so', async () => {
		await writeFile(join(home, 'message.txt'), 'mine\n');
		terminal.type('s');
		await terminal.shows(/Save as/);
		terminal.type(`${keys.clear}message.txt\r`);
		await terminal.shows(/There is such a file\. Replace it\?/);
		terminal.type('\r');
		await terminal.shows(/Not saved: .*message\.txt stays as it was/);
		assert.equal(await readFile(join(home, 'message.txt'), 'utf8'), 'mine\n');
	});

	test('as plain text it stands in the terminal itself, whole, and Enter comes back', async () => {
		terminal.type('v');
		await terminal.shows(/^Press Enter to go back\.$/m);
		const {active} = terminal.screen.buffer;
		assert.equal(active.type, 'normal');
		const lines = Array.from({length: active.length}, (_, row) =>
			active.getLine(row)?.translateToString(true),
		);
		const flat = lines.join(' ').replaceAll(/\s+/g, ' ');
		assert.match(
			flat,
			/AppsAnywhere Analytics on analytics\.uni\.edu: for the network team/,
		);
		assert.ok(sites.every(site => flat.includes(`to ${site} (198.51.100.80), 443/tcp`)));
		assert.match(flat, /speaks the protocol of the service\. Press Enter to go back\./);
		assert.ok(lines.every(line => line !== undefined && !/[─▸]/.test(line)));
		terminal.type(keys.enter);
		await terminal.shows(/C QR code . S save/);
		assert.equal(terminal.screen.buffer.active.type, 'alternate');
	});

	for (const [columns, rows] of [
		[80, 24],
		[132, 50],
	] as const) {
		test(`a camera reads what fails off the screen, at ${columns}x${rows}`, async () => {
			await resize(columns, rows);
			terminal.type('c');
			// What stands in the last line beside a code is drawn after it.
			await terminal.shows(/(?:Code 1 of \d|code\.) *\n.* Esc back *$/);
			const [, count = '1'] = /Code 1 of (\d+)/.exec(terminal.text()) ?? [];
			const read: string[] = [];
			for (let code = 1; code <= Number(count); code += 1) {
				await terminal.shows(new RegExp(count === '1' ? 'code\\.' : `Code ${code} of`));
				read.push(await readCode(terminal, join(home, `code-${code}.png`)));
				terminal.type(keys.right);
			}

			assert.equal(count === '1', columns === 132);
			const text = read.join('\n');
			assert.match(
				text,
				/analytics\.uni\.edu 10\.10\.0\.10\n\d{4}-\d\d-\d\d \d\d:\d\d UTC/,
			);
			for (const site of sites) {
				assert.ok(text.includes(`\n${site} 443/tcp 198.51.100.80 tcp.timeout`), text);
			}

			terminal.type(keys.escape);
			await terminal.shows(/C QR code/);
		});
	}

	test('a row that is tried again passes once it is mended, and its parent follows', async () => {
		await resize(80, 24);
		terminal.type(keys.escape);
		await terminal.shows(/Enter evidence/);
		await runOn(campus.router, ['nft', 'delete', 'table', 'inet', 'faults']);
		await pointAt('license.looker.com', 'looker-license');
		terminal.type('t');
		await terminal.shows(/✓ license\.looker\.com +443\/tcp +TLS/);
		assert.match(terminal.text(), /to act: .*6 network team/);
		// It stays the one that is pointed at.
		terminal.type(keys.enter);
		await terminal.shows(/Connection +license\.looker\.com[\s\S]*Verdict +pass/);
		terminal.type(keys.escape);
		await terminal.shows(/Enter evidence/);
		terminal.type(keys.home);
		await terminal.shows(/✗ any destination +443\/tcp +1 of 6 destinations proven/);
	});

	test('with the parent all are tried that stand under it', async () => {
		await pointAt('of 6 destinations', 'https');
		terminal.type('t');
		await terminal.shows(/is being tried again|6 of 6 destinations proven/);
		await terminal.shows(/✓ any destination +443\/tcp +6 of 6 destinations proven/);
		assert.doesNotMatch(terminal.text(), /network team/);
	});

	test('what was tried again is kept', async () => {
		const {stdout} = await campus.hosts.appliance.run('cat', [
			'/var/lib/analytics-setup/results.json',
		]);
		const {results} = JSON.parse(stdout) as {
			results: Array<{id: string; verdict: string}>;
		};
		for (const id of ['https', 'looker-license', 'bitbucket']) {
			assert.equal(results.find(result => result.id === id)?.verdict, 'pass', id);
		}
	});

	test('and leaving prints the summary with it', async () => {
		terminal.type('q');
		await terminal.shows(/In effect on this server/);
		assert.equal(await terminal.exited, 0);
	});
});

/** What a camera makes of the screen. */
async function readCode(terminal: Terminal, path: string): Promise<string> {
	await writeFile(path, pngOf(pictureOf(terminal.screen, {isCursorVisible: false})));
	const {stdout} = await execa('zbarimg', ['--quiet', '--nodbus', '--raw', path]);
	return stdout;
}
