import assert from 'node:assert/strict';
import {createSocket} from 'node:dgram';
import {once} from 'node:events';
import {test} from 'node:test';
import {dial} from '../../source/rehearsal/dial.js';

for (const protocol of ['tcp', 'udp'] as const) {
	test(`${protocol}: an attempt that could not be made is no refusal`, async () => {
		const wanted = {protocol, address: '127.0.0.1', port: 9, patience: 1000};
		await assert.rejects(dial({...wanted, from: '192.0.2.1'}), {code: 'EADDRNOTAVAIL'});
	});
}

test('udp: who has not heard the first question is asked again', async context => {
	const server = createSocket('udp4');
	context.after(() => server.close());
	let heard = 0;
	server.on('message', (message, {port, address}) => {
		heard += 1;
		if (heard > 1) {
			server.send(message, port, address);
		}
	});
	server.bind(0, '127.0.0.1');
	await once(server, 'listening');
	const address = '127.0.0.1';
	const {port} = server.address();
	const wanted = {...({protocol: 'udp', address, port} as const), from: address};
	assert.equal(await dial({...wanted, patience: 5000}), true);
	assert.equal(heard, 2);
});
