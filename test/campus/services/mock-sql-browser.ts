import {createSocket} from 'node:dgram';
import {isIPv6} from 'node:net';
import process from 'node:process';

// A mock: no SQL Server Browser is here. It answers what MC-SQLR knows (2.2.1 to 2.2.5): which
// instances are there, or where one of them is. Given: addresses.

const instances = {ANALYTICS: 1433, OTHER: 50_123, LOCAL: undefined} as const;
const ask = {all: 0x02, allOfOneHost: 0x03, one: 0x04} as const;

function describe([name, port]: readonly [string, number | undefined]) {
	const fields = {
		...{ServerName: 'SQL', InstanceName: name, IsClustered: 'No'},
		...{Version: '16.0.1000.6', ...(port && {tcp: port})},
	};
	return `${Object.entries(fields).flat().join(';')};;`;
}

function reply(text: string) {
	const length = Buffer.alloc(2);
	length.writeUInt16LE(text.length);
	return Buffer.concat([Buffer.from([0x05]), length, Buffer.from(text, 'latin1')]);
}

function replyTo(question: Buffer) {
	const wanted = question.toString('latin1', 1).replace(/\0.*$/s, '').toUpperCase();
	const found = Object.entries(instances).filter(
		([name]) => question[0] !== ask.one || name === wanted,
	);
	// Of an instance that it does not know, SQL Server Browser says nothing.
	return Object.values(ask).some(type => type === question[0]) && found.length > 0
		? reply(found.map(describe).join(''))
		: undefined;
}

const [, , , ...addresses] = process.argv;
for (const address of addresses) {
	const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
	socket.on('message', (question, client) => {
		const answer = replyTo(question);
		if (answer !== undefined) {
			socket.send(answer, client.port, client.address);
		}
	});
	socket.bind(1434, address);
}
