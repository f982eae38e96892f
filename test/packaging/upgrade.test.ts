import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {glob, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {createInterface} from 'node:readline';
import {after, afterEach, before, suite, test} from 'node:test';
import {type Campus, openCampus} from '../campus/campus.js';
import {collect} from '../helpers/collect.js';
import {startTerminal, type Terminal} from '../helpers/terminal.js';
import {changePage} from '../terminal/change-page.js';
import {keys} from '../terminal/keys.js';
import {pages, walk} from '../terminal/walk.js';
import {buildPackage} from './built.js';
import {packageSkip} from './need.js';
import {readmeUndo} from './readme-undo.js';
import {makeScratchRoot, type ScratchRoot} from './scratch-root.js';

const previous = '0.0.9';
const program = '/usr/bin/analytics-setup';

suite('the package, on an appliance in the campus', {skip: packageSkip()}, () => {
	let campus: Campus;
	let root: ScratchRoot;
	let packages: {readonly before: string; readonly now: string};
	const terminals: Terminal[] = [];

	const run = (...words: readonly string[]) =>
		campus.hosts.appliance.run(...root.enter(program, words));
	const ruleset = async () => {
		const {stdout} = await campus.hosts.appliance.run('nft', ['-s', 'list', 'ruleset']);
		return stdout;
	};

	const wizard = () => {
		const [file, arguments_] = campus.hosts.appliance.enter(...root.enter(program));
		const terminal = startTerminal(file, arguments_);
		terminals.push(terminal);
		return terminal;
	};

	const installed = async () => {
		const {stdout} = await root.rpm(
			'--query',
			'--queryformat=%{VERSION}',
			'analytics-setup',
		);
		return stdout;
	};

	/** Answers, state, and what comes back at the next start: each file with its content. */
	const kept = async () => {
		const files = await collect(
			glob(['etc/analytics-setup/**', 'var/lib/analytics-setup/**', 'etc/systemd/**'], {
				cwd: root.path,
				withFileTypes: true,
			}),
		);
		const texts = files
			.filter(entry => entry.isFile())
			.map(({parentPath, name}) => `${parentPath}/${name}`)
			.toSorted()
			.map(async path => [path, await readFile(path, 'latin1')] as const);
		assert.ok(texts.length > 10, 'there is something to keep');
		return new Map(await Promise.all(texts));
	};

	before(async () => {
		root = await makeScratchRoot();
		const folder = root.inside('packages');
		packages = {
			before: await buildPackage(folder, {version: previous}),
			now: await buildPackage(folder),
		};
		campus = await openCampus({services: false});
		const {errors} = await root.rpm('--install', '--nodeps', packages.before);
		assert.deepEqual(errors, []);
		await root.furnish([
			root.inside(program),
			...['/usr/sbin/nft', '/usr/bin/ip', '/usr/bin/unshare', '/usr/bin/nsenter'],
		]);
	});
	afterEach(async () => {
		for (const terminal of terminals.splice(0)) {
			terminal.close();
			await terminal.exited;
		}
	});
	after(async () => {
		await campus.close();
		await root.remove();
	});

	const keepWithoutProof = async (terminal: Terminal, generation: number) => {
		await terminal.shows(/K keep without proof/, 30_000);
		terminal.type('k');
		await terminal.shows(/Keep the new rules without proof\?/);
		terminal.type(keys.down + keys.enter);
		await terminal.shows(new RegExp(`Generation ${generation} is in effect`), 30_000);
		terminal.type('q');
		assert.equal(await terminal.exited, 0);
	};

	test('its wizard puts rules on trial in the kernel, and keeps them', async () => {
		const terminal = wizard();
		await walk(terminal, pages.length);
		terminal.type('a');
		await keepWithoutProof(terminal, 1);
		assert.match(await ruleset(), /table inet analytics_setup[\s\S]*10\.20\.0\.0\/16/);
	});

	test('while rules are on trial it is neither upgraded nor removed, and the guard lives', async () => {
		const rules = await ruleset();
		const {exitCode: applied} = await startTrial();
		assert.match(await ruleset(), /10\.21\.0\.0\/16/);
		const file = await stat(root.inside(program));

		const upgrade = await root.rpm('--upgrade', '--nodeps', packages.now);
		assert.notEqual(upgrade.exitCode, 0);
		assert.match(
			upgrade.errors.join('\n'),
			/Firewall rules are on trial.*\(analytics-setup confirm\).*\(analytics-setup rollback\), then upgrade\./,
		);
		const erase = await root.rpm('--erase', 'analytics-setup');
		assert.notEqual(erase.exitCode, 0);
		assert.match(erase.errors.join('\n'), /on trial.*, then remove the package\./);

		assert.equal(await installed(), previous);
		assert.equal((await stat(root.inside(program))).ino, file.ino);
		assert.equal((await root.rpm('--verify', '--nodeps', 'analytics-setup')).stdout, '');
		const {exitCode, stderr} = await run('rollback');
		assert.equal(exitCode, 0, stderr);
		assert.equal(await applied, 4);
		assert.equal(await ruleset(), rules);
	});

	test('an upgrade keeps all there is, byte for byte, and a wizard that is open goes on', async () => {
		const terminal = wizard();
		await terminal.shows(/Rules +generation 1/);
		const [rules, files] = [await ruleset(), await kept()];
		const {exitCode, errors} = await root.rpm('--upgrade', '--nodeps', packages.now);
		assert.deepEqual([exitCode, errors], [0, []]);
		assert.notEqual(await installed(), previous);
		assert.deepEqual(await kept(), files);
		assert.equal(await ruleset(), rules);

		terminal.type(keys.enter);
		await terminal.shows(/A apply/);
		await changePage(terminal, 'Viewers');
		await terminal.shows(/Which networks/);
		terminal.type('10.22.0.0/16\r');
		await terminal.shows(/10\.22\.0\.0\/16 +65,536/);
		terminal.type(keys.enter);
		await terminal.shows(/~ 2 Viewers[\s\S]*A apply[\s\S]*Esc back/);
		terminal.type('a');
		await keepWithoutProof(terminal, 2);
		assert.match(await ruleset(), /10\.22\.0\.0\/16/);
	});

	for (const [what, flags, file, version] of [
		['installed once more', ['--replacepkgs'], 'now', undefined],
		['taken back to the version before', ['--oldpackage'], 'before', previous],
	] as const) {
		test(`${what}, it keeps all there is too`, async () => {
			const [rules, files] = [await ruleset(), await kept()];
			const words = ['--upgrade', '--nodeps', ...flags, packages[file]];
			const {exitCode, errors} = await root.rpm(...words);
			assert.deepEqual([exitCode, errors], [0, []]);
			assert.equal((await installed()) === previous, version === previous);
			assert.deepEqual(await kept(), files);
			assert.equal(await ruleset(), rules);
			const status = await run('status', '--json');
			assert.equal(status.exitCode, 0, status.stdout);
		});
	}

	test('removed, it leaves the firewall as it is and says how to remove it, as the README does', async () => {
		const [rules, files] = [await ruleset(), await kept()];
		const {exitCode, stdout, errors} = await root.rpm('--erase', 'analytics-setup');
		assert.deepEqual([exitCode, errors], [0, []]);
		assert.equal(await ruleset(), rules);
		assert.deepEqual(await kept(), files);
		assert.match(stdout, /^The firewall of this server stays as it is/);
		for (const commands of await readmeUndo()) {
			assert.ok(`${stdout}\n`.includes(`\n${commands}`), stdout);
		}
	});

	test('what the README says then removes all of it', async () => {
		const [commands] = await readmeUndo();
		for (const line of commands.trim().split('\n')) {
			const [word = '', ...rest] = line.split(' ');
			if (word === 'nft') {
				const {exitCode, stderr} = await campus.hosts.appliance.run(word, rest);
				assert.equal(exitCode, 0, stderr);
			} else {
				for (const pattern of rest.filter(each => each.startsWith('/'))) {
					const found = await collect(glob(`${root.path}${pattern}`));
					// What -f removes, the package may have taken with it.
					const isThere = found.length > 0 || rest.includes('-f');
					assert.ok(isThere, `"${line}" finds something`);
					await Promise.all(found.map(path => rm(path, {recursive: true})));
				}
			}
		}

		assert.equal(await ruleset(), '');
		const left = (await root.paths()).filter(path => path.includes('analytics'));
		assert.deepEqual(
			left.filter(path => !path.startsWith('/packages/')),
			[],
		);
	});

	/** Puts other answers on trial by a command that waits for its end. */
	async function startTrial() {
		const saved = await readFile(root.inside('etc/analytics-setup/config.json'), 'utf8');
		await writeFile(
			root.inside('tmp/answers.json'),
			saved.replace('10.20.0.0/16', '10.21.0.0/16'),
		);
		const words = ['apply', '--answers', '/tmp/answers.json', '--confirm-within', '600'];
		const [file, inside] = campus.hosts.appliance.enter(
			...root.enter(program, [...words, '--progress', 'json']),
		);
		const apply = spawn(file, inside, {stdio: ['ignore', 'ignore', 'pipe']});
		const ended = once(apply, 'exit').then(([code]) => code as number | null);
		for await (const line of createInterface(apply.stderr)) {
			if (line.includes('"event":"trial"')) {
				break;
			}
		}

		return {exitCode: ended};
	}
});
