import {Failure} from '../failure.js';

/** What came of work that has come to its end. */
export type Settled<Value> =
	| {readonly state: 'done'; readonly value: Value}
	| {readonly state: 'failed'; readonly failure: Failure};

/** A failure is something that can be told; anything else that is thrown is a fault of ours. */
export async function settled<Value>(work: Promise<Value>): Promise<Settled<Value>> {
	try {
		return {state: 'done', value: await work};
	} catch (error) {
		if (error instanceof Failure) {
			return {state: 'failed', failure: error};
		}

		throw error;
	}
}
