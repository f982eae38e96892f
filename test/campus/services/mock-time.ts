import {createSocket} from 'node:dgram';
import process from 'node:process';

// A mock of time servers that refuse: Debian's chronyd cannot say why it does not answer.
// Given: an address and a code, as RFC 5905 section 7.4 has them.

const [, , , address = '', code = ''] = process.argv;

const socket = createSocket('udp4');
socket.on('message', (question, {port, address: client}) => {
	const answer = Buffer.alloc(48);
	// No leap second known, version 4, mode 4: server; stratum 0: a kiss-o'-death.
	answer[0] = 0b11_100_100;
	answer.write(code, 12, 'latin1');
	// The time of the question, handed back.
	question.copy(answer, 24, 40, 48);
	socket.send(answer, port, client);
});
socket.bind(123, address);
