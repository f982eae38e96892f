import {lookup, Resolver} from 'node:dns/promises';
import {connect} from 'node:net';
import process from 'node:process';

// Runs inside a host: connects by a name again and again, as a program does that has never
// heard of a firewall. Given: a `Course` as JSON. Tells each `Attempt` as a line of JSON.

export type Course = {
	readonly name: string;
	readonly port: number;
	/** Milliseconds between two attempts, which do not wait for each other. */
	readonly pause: number;
	/** Who is asked for addresses: the library that most programs use, or one of their own. */
	readonly asks: 'getaddrinfo' | 'a new resolver' | 'a kept resolver';
};

/** One connection, or why there was none; without an address the name had none. */
export type Attempt = {
	readonly address: string | undefined;
	readonly outcome: string;
};

const {name, port, pause, asks} = JSON.parse(process.argv[2] ?? '') as Course;

// Keeps its socket, so that all it asks is one flow to a firewall.
const kept = new Resolver();

async function addressesOf(): Promise<readonly string[]> {
	if (asks === 'getaddrinfo') {
		const all = await lookup(name, {all: true});
		return all.map(({address}) => address);
	}

	const resolver = asks === 'a kept resolver' ? kept : new Resolver();
	const found = await Promise.all([resolver.resolve4(name), resolver.resolve6(name)]);
	return found.flat();
}

function tell(attempt: Attempt): void {
	process.stdout.write(`${JSON.stringify(attempt)}\n`);
}

function reach(address: string): void {
	const socket = connect({host: address, port});
	socket.setTimeout(5000, () => socket.destroy(new Error('no answer in 5 s')));
	socket.on('connect', () => {
		tell({address, outcome: 'connected'});
		socket.resume().end();
	});
	socket.on('error', (error: NodeJS.ErrnoException) =>
		tell({address, outcome: error.code ?? error.message}),
	);
}

const timer = setInterval(async () => {
	try {
		for (const address of await addressesOf()) {
			reach(address);
		}
	} catch (error) {
		tell({address: undefined, outcome: String(error)});
	}
}, pause);

// What is under way comes to its end, so that it counts too.
process.on('SIGTERM', () => clearInterval(timer));
