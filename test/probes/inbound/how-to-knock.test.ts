import assert from 'node:assert/strict';
import {test} from 'node:test';
import {howToKnock, knockTools} from '../../../source/probes/inbound/how-to-knock.js';
import {inboundRows} from '../../../source/probes/inbound/inbound-rows.js';

const lines = howToKnock(inboundRows(), 'analytics.uni.edu');

test('each inbound row says who is to try it', () => {
	assert.deepEqual(
		lines.map(({where, port}) => `${where}: ${port}`),
		[
			"On a viewer's PC: 9999/tcp",
			'On an AppsAnywhere server: 19999/tcp',
			'On the support jump host: 22/tcp',
		],
	);
});

test('each line names the server and the port, whatever the tool', () => {
	for (const tool of knockTools) {
		for (const line of lines) {
			const [port = ''] = line.port.split('/');
			assert.match(line.lines[tool], /\banalytics\.uni\.edu\b/);
			assert.match(line.lines[tool], new RegExp(`\\b${port}$`));
		}
	}
});

test('PowerShell has its own way', () => {
	assert.equal(
		lines[0]?.lines.PowerShell,
		'Test-NetConnection analytics.uni.edu -Port 9999',
	);
});

test('only the rows that are asked for', () => {
	const rows = inboundRows(['remote-support', 'looker-license']);
	assert.deepEqual(
		howToKnock(rows, 'analytics.uni.edu').map(({id}) => id),
		['remote-support'],
	);
});
