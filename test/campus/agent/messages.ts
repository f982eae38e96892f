export type Protocol = 'tcp' | 'udp';

export type Port = {readonly protocol: Protocol; readonly port: number};

/** One attempt to reach something. */
export type Dial = Port & {
	readonly address: string;
	/** Milliseconds, 400 unless told. */
	readonly timeout?: number | undefined;
	readonly sourceAddress?: string | undefined;
	readonly sourcePort?: number | undefined;
	/** What to send over UDP, as base64, for services that answer only their own protocol. */
	readonly payload?: string | undefined;
};

/** `blocked` is a refusal by this very machine; `answered` is UDP's word for connected. */
export type Outcome =
	| 'connected'
	| 'answered'
	| 'refused'
	| 'timeout'
	| 'unreachable'
	| 'blocked';

export type DialResult = {
	readonly outcome: Outcome;
	readonly milliseconds: number;
	readonly code?: string | undefined;
};

/** Asks a listener who came, once so many have come or two seconds are over. */
export type Arrivals = {readonly listener: number; readonly atLeast: number};

/** What to say on an open connection; `timeout` in milliseconds. */
export type Saying = {
	readonly connection: number;
	readonly text: string;
	readonly timeout: number;
};

export type Heard = 'answered' | 'timeout' | 'closed';

export type TextFile = {
	readonly path: string;
	readonly text: string;
	readonly mode: number;
};

/** What an agent can be asked: what is given, and what comes back. */
export type Tasks = {
	readonly listen: {readonly given: Port; readonly result: number};
	readonly heard: {readonly given: Arrivals; readonly result: readonly string[]};
	readonly stopListening: {readonly given: number; readonly result: null};
	readonly dial: {readonly given: Dial; readonly result: DialResult};
	readonly connect: {readonly given: Dial; readonly result: number};
	readonly say: {readonly given: Saying; readonly result: Heard};
	readonly hangUp: {readonly given: number; readonly result: null};
	readonly write: {readonly given: TextFile; readonly result: null};
};

export type TaskName = keyof Tasks;

export type Request = {
	readonly [Name in TaskName]: {
		readonly id: number;
		readonly task: Name;
		readonly given: Tasks[Name]['given'];
	};
}[TaskName];

export type Reply =
	| {readonly id: number; readonly result: Tasks[TaskName]['result']}
	| {readonly id: number; readonly error: string};

/** The first message of an agent: the namespaces are ready for use. */
export const readyId = 0;
