import {createServer, type Socket} from 'node:net';
import process from 'node:process';

// A mock of peers that take a connection and then do not do what they should. Given: a
// `Conduct` as JSON.

export type Conduct = {
	readonly address: string;
	readonly port: number;
	/** What it says to whoever comes: each byte stands for a character. */
	readonly words?: string;
	/** How it says that: at once unless told. */
	readonly manner?: 'for ever' | 'a byte a second';
	/** When it hangs up: never unless told. */
	readonly hangsUp?: 'at once' | 'when spoken to';
};

const {
	address,
	port,
	words = '',
	manner,
	hangsUp,
} = JSON.parse(process.argv[3] ?? '') as Conduct;

function speak(socket: Socket) {
	const bytes = Buffer.from(words, 'latin1');
	if (manner === 'for ever') {
		const say = () => {
			while (socket.writable && socket.write(bytes)) {}
		};
		socket.on('drain', say);
		say();
	} else if (manner === 'a byte a second') {
		let at = 0;
		const timer = setInterval(() => {
			socket.write(bytes.subarray(at, at + 1));
			at += 1;
		}, 1000);
		socket.on('close', () => clearInterval(timer));
	} else {
		socket.write(bytes);
	}
}

const server = createServer(socket => {
	socket.on('error', () => socket.destroy());
	socket.on('data', () => {
		if (hangsUp === 'when spoken to') {
			socket.resetAndDestroy();
		}
	});
	speak(socket);
	if (hangsUp === 'at once') {
		socket.end();
	}
});
server.listen(port, address);
