import assert from 'node:assert/strict';
import {test} from 'node:test';
import {startCounted} from '../helpers/counted-terminal.js';
import {busyScreen} from './busy-screen-command.js';

test('a busy indicator takes at most 30 bytes a second of an 80x24 screen', async () => {
	const terminal = startCounted(busyScreen('own'));
	try {
		const {shows, takeBytes} = terminal;
		await shows(/Working out the rules ·{3}$/m);
		takeBytes();
		const begun = performance.now();
		for (const count of [1, 2, 3]) {
			await shows(new RegExp(`Working out the rules ·{${count}}$`, 'm'));
		}

		const bytes = takeBytes();
		const seconds = (performance.now() - begun) / 1000;
		assert.ok(bytes > 0 && bytes / seconds <= 30, `${bytes} in ${seconds} s`);
	} finally {
		terminal.close();
		await terminal.exited;
	}
});
