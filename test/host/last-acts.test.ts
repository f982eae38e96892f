import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {type TestContext, test} from 'node:test';

const lastActs = new URL('../../source/host/last-acts.ts', import.meta.url).href;

/** A program with last acts, each of which says a word. */
async function programWith(context: TestContext, code: string) {
	const program = spawn(
		process.execPath,
		[
			'--import=tsx',
			'--input-type=module',
			'--eval',
			`import {setTimeout as delay} from 'node:timers/promises';
			import {beforeTheEnd, doLastActs, goOnWithoutTerminal, whenTerminalIsGone, hearInterrupts} from ${JSON.stringify(lastActs)};
			const say = word => process.stdout.write(word + ' ');
			const act = word => async () => {
				await delay(20);
				say(word);
			};
			setInterval(() => undefined, 1000);
			${code}
			say('ready');`,
		],
		{stdio: ['ignore', 'pipe', 'inherit']},
	);
	context.after(() => program.kill('SIGKILL'));
	let said = '';
	program.stdout.setEncoding('utf8').on('data', (words: string) => {
		said += words;
	});
	const says = async (wanted: string) => {
		while (!said.includes(wanted)) {
			await once(program.stdout, 'data');
		}
	};

	await says('ready');
	return {
		says,
		/** Ends it by a signal; all that it has said, and how it ended. */
		async end(signal: NodeJS.Signals) {
			program.kill(signal);
			const [code, by] = await once(program, 'close');
			return `${said.trim()} ${code ?? by}`;
		},
		send: (signal: NodeJS.Signals) => program.kill(signal),
	};
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	test(`${signal} ends a program after its last act, and as it would have`, async context => {
		const program = await programWith(context, "beforeTheEnd(act('tidied'));");
		assert.equal(await program.end(signal), `ready tidied ${signal}`);
	});
}

test('what was called off is not done', async context => {
	const program = await programWith(
		context,
		"beforeTheEnd(act('tidied')); beforeTheEnd(act('kept'))();",
	);
	assert.equal(await program.end('SIGTERM'), 'ready tidied SIGTERM');
});

test('with the last act called off, a signal ends the program at once', async context => {
	const program = await programWith(context, "beforeTheEnd(act('tidied'))();");
	assert.equal(await program.end('SIGTERM'), 'ready SIGTERM');
});

test('an act that fails holds up no other, nor the end', async context => {
	const program = await programWith(
		context,
		"beforeTheEnd(() => Promise.reject(new Error('no'))); beforeTheEnd(act('tidied'));",
	);
	assert.equal(await program.end('SIGTERM'), 'ready tidied SIGTERM');
});

test('whoever handles signals anyway still does, once it is done', async context => {
	const program = await programWith(
		context,
		"beforeTheEnd(act('tidied')); process.on('SIGTERM', () => say('heard'));",
	);
	program.send('SIGTERM');
	await program.says('ready heard tidied heard');
});

test('another way to end does the same acts, and only once', async context => {
	const program = await programWith(
		context,
		"beforeTheEnd(act('tidied')); await doLastActs(); await doLastActs();",
	);
	assert.equal(await program.end('SIGTERM'), 'tidied ready SIGTERM');
});

const goingOn = "whenTerminalIsGone(act('went-on')); beforeTheEnd(act('tidied'));";

test('a hang-up waits for what goes on without a terminal, and then for the last acts', async context => {
	const program = await programWith(context, goingOn);
	assert.equal(await program.end('SIGHUP'), 'ready went-on tidied SIGHUP');
});

test('another signal waits for nothing but the last acts', async context => {
	const program = await programWith(context, goingOn);
	assert.equal(await program.end('SIGTERM'), 'ready tidied SIGTERM');
});

test('a terminal is gone only once, however often that is found', async context => {
	const program = await programWith(
		context,
		`${goingOn} await Promise.all([goOnWithoutTerminal(), goOnWithoutTerminal()]);`,
	);
	assert.equal(await program.end('SIGHUP'), 'went-on ready tidied SIGHUP');
});

test('what was called off does not go on', async context => {
	const program = await programWith(
		context,
		"whenTerminalIsGone(act('went-on'))(); beforeTheEnd(act('tidied'));",
	);
	assert.equal(await program.end('SIGHUP'), 'ready tidied SIGHUP');
});

test('Ctrl-C that is heard ends nothing and does no last act, until it is not heard any more', async context => {
	const program = await programWith(
		context,
		`beforeTheEnd(act('tidied'));
			const stop = hearInterrupts(() => {
				say('heard');
				// Later than any last act.
				setTimeout(() => {
					stop();
					say('alive');
				}, 100);
			});`,
	);
	program.send('SIGINT');
	await program.says('alive');
	assert.equal(await program.end('SIGINT'), 'ready heard alive tidied SIGINT');
});
