import {createServer} from 'node:net';

// A mock: no SQL Server is here. It accepts, and answers a PRELOGIN packet (MS-TDS 2.2.6.5)
// as SQL Server 2019 without encryption would; to anything else it says nothing.

const prelogin = 0x12;
const options = [
	// VERSION at 11, six bytes; ENCRYPTION at 17, one byte; end of the list.
	...[0x00, 0x00, 11, 0x00, 6],
	...[0x01, 0x00, 17, 0x00, 1],
	0xff,
	...[15, 0, 0x07, 0xd0, 0, 0],
	2,
];
const header = [0x04, 0x01, 0x00, 8 + options.length, 0x00, 0x00, 0x01, 0x00];

const server = createServer(socket => {
	socket.on('error', () => socket.destroy());
	socket.on('data', data => {
		if (data[0] === prelogin) {
			socket.write(Buffer.from([...header, ...options]));
		}
	});
});
server.listen(1433, '::');
