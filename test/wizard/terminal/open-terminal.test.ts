import assert from 'node:assert/strict';
import {EventEmitter} from 'node:events';
import {test} from 'node:test';
import {setImmediate as nextTurn} from 'node:timers/promises';
import type {WriteStream} from 'node:tty';
import {openTerminal} from '../../../source/wizard/terminal/open-terminal.js';

const leave = '\u001B[?1049l';
const enter = '\u001B[?1049h';

/** A terminal that only remembers what it was sent. */
function recordedTerminal() {
	const sent: string[] = [];
	const stream = Object.assign(new EventEmitter(), {
		columns: 20,
		rows: 4,
		write(text: string) {
			sent.push(text);
			return true;
		},
	});
	const opened = openTerminal(stream as unknown as WriteStream, true);
	const draw = async (frame: string) => {
		opened.stdout.write(frame);
		await nextTurn();
		await nextTurn();
	};
	const since = () => sent.splice(0).join('');
	return {...opened, stream, draw, since};
}

test('a text printed plainly stands beyond the screen, and nothing is drawn over it', async () => {
	const {draw, since, printPlainly, repaint, stream} = recordedTerminal();
	await draw('one\ntwo');
	since();
	const comeBack = printPlainly('first\nsecond\n');
	const printed = since();
	assert.ok(printed.includes('\u001B[4;1H\r\n'));
	assert.ok(printed.endsWith(`${leave}\u001B[?25hfirst\r\nsecond\r\n`));
	await draw('three');
	repaint();
	stream.emit('resize');
	await draw('four');
	assert.equal(since(), '');
	comeBack();
	await draw('four');
	const back = since();
	assert.ok(back.startsWith(enter));
	assert.match(back, /four/);
});

test('whoever ends the program meanwhile finds the text, and no second leaving', async () => {
	const {draw, since, printPlainly, close} = recordedTerminal();
	await draw('one');
	const comeBack = printPlainly('text\n');
	since();
	close();
	comeBack();
	await draw('two');
	assert.equal(since(), '');
});

test('closing gives the terminal back once', async () => {
	const {draw, since, close} = recordedTerminal();
	await draw('one');
	since();
	close();
	close();
	assert.equal(since().split(leave).length, 2);
});

test('a switch that is taken back at once is not sent', async () => {
	const {draw, since, stdout, close} = recordedTerminal();
	const [on, off] = ['\u001B[?2004h', '\u001B[?2004l'];
	stdout.write(on);
	await draw('one');
	assert.ok(since().includes(on));
	stdout.write(off);
	stdout.write(on);
	await draw('two');
	assert.ok(!since().includes('2004'));
	close();
	assert.ok(since().startsWith(off));
});

test('a screen without a cursor has none either after a text was printed plainly', async () => {
	const {draw, since, printPlainly} = recordedTerminal();
	await draw('one');
	const comeBack = printPlainly('text\n');
	since();
	comeBack();
	await draw('one');
	assert.ok(since().endsWith('\u001B[?25l'));
});

test('what is handed over after the end is not drawn, and the terminal is given back', async () => {
	const {draw, since, drawNoMore, close, stdout} = recordedTerminal();
	await draw('one');
	since();
	stdout.write('two');
	drawNoMore();
	await draw('three');
	assert.equal(stdout.writable, false);
	assert.equal(since(), '');
	close();
	assert.ok(since().includes(leave));
});
