import {Agent} from 'node:http';
import type {Duplex} from 'node:stream';

/** Lets a request of node:http speak on a stream that is open already. */
export class StreamAgent extends Agent {
	readonly #stream: Duplex;

	constructor(stream: Duplex) {
		super();
		this.#stream = stream;
	}

	override createConnection(): Duplex {
		return this.#stream;
	}
}
