import {connect} from 'node:net';
import process from 'node:process';
import {type Call, type Calls, now} from './calls.js';

// Runs inside a host: opens new connections at a steady pace, whatever becomes of those
// before. Given: `Calls` as JSON. Tells each `Call` once it is asked to stop.

const {address, port, perSecond, patience} = JSON.parse(process.argv[2] ?? '') as Calls;
const start = now();
const calls: Array<Promise<Call>> = [];

function call(due: number): Promise<Call> {
	const begun = now();
	const {promise, resolve} = Promise.withResolvers<Call>();
	const socket = connect({host: address, port});
	const end = (answered: number | undefined) => {
		clearTimeout(timer);
		if (answered === undefined) {
			socket.destroy();
		} else {
			// Parted in good order, the ports would run out: a reset leaves nothing behind.
			socket.resetAndDestroy();
		}

		resolve({due, begun, answered});
	};
	const timer = setTimeout(end, patience, undefined);
	socket.once('data', () => end(now()));
	socket.on('error', () => end(undefined));
	return promise;
}

const ticking = setInterval(() => {
	const wanted = ((now() - start) * perSecond) / 1000;
	while (calls.length < wanted) {
		calls.push(call(start + (calls.length * 1000) / perSecond));
	}
}, 1);

process.once('SIGTERM', async () => {
	clearInterval(ticking);
	process.stdout.write(JSON.stringify(await Promise.all(calls)));
});
process.stdout.write('ready\n');
