import {connect, createServer} from 'node:net';
import process from 'node:process';

// A mock of a firewall that "inspects" mail: it passes on what both sides say, but writes X
// over the word STARTTLS. Given: its address, and that of the mail server behind it.

const [, , , address = '', server = ''] = process.argv;

createServer(client => {
	const upstream = connect(587, server);
	client.on('error', () => upstream.destroy());
	upstream.on('error', () => client.destroy());
	client.pipe(upstream);
	upstream.on('data', (part: Buffer) => {
		client.write(part.toString('latin1').replaceAll('STARTTLS', 'XXXXXXXX'), 'latin1');
	});
	upstream.on('end', () => client.end());
}).listen(587, address);
