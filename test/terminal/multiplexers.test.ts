import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, suite, test} from 'node:test';
import {execa} from 'execa';
import {isOnPath} from '../../source/host/find-program.js';
import {startTerminal, type Terminal, type TerminalOptions} from '../helpers/terminal.js';
import {keys} from './keys.js';
import {answerPage, pages, review} from './walk.js';

// What support sessions run in: a line that drops takes a terminal away, and nothing else.

type Multiplexer = {
	readonly program: string;
	/** Begins a session; what runs in it follows. */
	readonly begin: readonly string[];
	/** The keys that leave it running. */
	readonly detach: string;
	readonly attach: readonly string[];
	readonly end: readonly string[];
	readonly ended: RegExp;
};

const multiplexers: readonly Multiplexer[] = [
	{
		program: 'screen',
		begin: ['-c', '/dev/null', '-S', 'setup'],
		detach: '\u0001d',
		attach: ['-r', 'setup'],
		end: ['-S', 'setup', '-X', 'quit'],
		ended: /screen is terminating/,
	},
	{
		program: 'tmux',
		// Esc is handed on at once.
		begin: [
			...['-f', '/dev/null', 'start-server', ';'],
			...['set-option', '-s', 'escape-time', '0', ';', 'new-session'],
		],
		detach: '\u0002d',
		attach: ['attach-session'],
		end: ['kill-server'],
		ended: /\[exited\]/,
	},
];

for (const {program, begin, detach, attach, end, ended} of multiplexers) {
	const skip = (await isOnPath(program)) ? false : `The package "${program}" is missing.`;
	suite(`inside ${program}`, {skip}, () => {
		let folder: string;
		let terminal: Terminal;

		beforeEach(async () => {
			folder = await mkdtemp(join(tmpdir(), 'analytics-setup-'));
		});
		afterEach(async () => {
			terminal.close();
			await terminal.exited;
			await execa(program, end, {env: env(), reject: false});
			await rm(folder, {recursive: true});
		});

		/** Nobody's own sessions are within reach. */
		const env = () => ({SCREENDIR: folder, TMUX_TMPDIR: folder, TMUX: ''});
		const start = (arguments_: readonly string[], options: TerminalOptions = {}) => {
			terminal = startTerminal(program, arguments_, {...options, env: env()});
		};
		const wizard = () => [
			...[process.execPath, 'dist/cli.js'],
			...['--root', join(folder, 'root')],
		];

		const picture = () => terminal.text().replaceAll(/ +$/gm, '');
		/** The page that stands in the session, whatever lies around it. */
		const lookAt = (title: string) =>
			terminal.shows(
				new RegExp(
					`^ AppsAnywhere Analytics setup .*only files *\\n.*● ${title}[^]*^ Enter .*Esc back`,
					'm',
				),
			);

		/** Whoever comes back is shown a screen bit by bit, to its last word. */
		const typing = /▸ 10\.20\.7[\s\S]*Ctrl-C leave *$/m;

		const leave = async () => {
			terminal.type(keys.interrupt);
			await terminal.shows(/Leave the setup\?/);
			terminal.type(keys.enter);
			await terminal.shows(ended);
		};

		test('every page forwards and back, with a line that drops between', async () => {
			start([...begin, ...wizard()]);
			await terminal.shows(/Enter begin/);
			terminal.type(keys.enter);
			for (const [index, {title}] of pages.entries()) {
				await lookAt(title);
				if (title === 'Support') {
					terminal.close();
					await terminal.exited;
					start(attach);
					await lookAt(title);
				}

				await answerPage(terminal, index);
			}

			await terminal.shows(review);
			for (const {title, answered} of pages.toReversed()) {
				terminal.type(keys.escape);
				await terminal.shows(answered);
				await lookAt(title);
			}

			await leave();
		});

		test('what is being typed stays when one detaches, and in a window of another size', async () => {
			start([...begin, ...wizard()]);
			await terminal.shows(/Enter begin/);
			terminal.type(keys.enter);
			await answerPage(terminal, 0);
			terminal.type('10.20.7');
			await terminal.shows(typing);
			const before = picture();
			terminal.type(detach);
			await terminal.shows(/detached/);
			await terminal.exited;

			start(attach);
			await terminal.shows(typing);
			assert.equal(picture(), before);
			terminal.type(detach);
			await terminal.shows(/detached/);
			await terminal.exited;

			start(attach, {columns: 100, rows: 30});
			await lookAt('Viewers');
			await terminal.shows(/─{100}/);
			await terminal.shows(/▸ 10\.20\.7/);
			assert.equal(terminal.text().match(/Which networks/g)?.length, 1);
			await leave();
		});
	});
}
