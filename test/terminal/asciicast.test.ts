import assert from 'node:assert/strict';
import {test} from 'node:test';
import {recorder} from './asciicast.js';

test('a recording keeps what was written, with its waiting made short', () => {
	let time = 100;
	const cast = recorder({columns: 80, rows: 24, title: 'A title'}, () => time);
	cast.write('one\r\n');
	time += 0.1;
	cast.write('"two"');
	cast.pause(3);
	time += 60;
	cast.mark('back again');
	const [header, ...events] = cast
		.text()
		.trimEnd()
		.split('\n')
		.map(line => JSON.parse(line));
	assert.deepEqual(header, {
		version: 2,
		width: 80,
		height: 24,
		title: 'A title',
		env: {TERM: 'xterm-256color'},
	});
	assert.deepEqual(events, [
		[0, 'o', 'one\r\n'],
		[0.1, 'o', '"two"'],
		[3.6, 'm', 'back again'],
	]);
});
