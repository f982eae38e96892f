import type {Protocol} from '../catalogue/connection.js';

/** Where one actor waits for the other. */
export type Place = {
	readonly protocol: Protocol;
	readonly address: string;
	readonly port: number;
};

/** One attempt to reach a place. */
export type Dial = Place & {
	readonly from: string;
	/** How long to wait for an answer, in milliseconds. */
	readonly patience: number;
};

/** What an actor can be asked: what is given, and what comes back. */
export type Tasks = {
	/** Whether its kernel has IPv6. */
	readonly hasIpv6: {readonly given: null; readonly result: boolean};
	readonly listen: {readonly given: readonly Place[]; readonly result: null};
	/** Which of them got through. */
	readonly dial: {readonly given: readonly Dial[]; readonly result: readonly boolean[]};
};

export type TaskName = keyof Tasks;

export type Request = {
	readonly [Name in TaskName]: {
		readonly task: Name;
		readonly given: Tasks[Name]['given'];
	};
}[TaskName];

export type Reply =
	| {readonly result: Tasks[TaskName]['result']}
	| {readonly error: string};
