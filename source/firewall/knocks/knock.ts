import type {Address} from '../../addresses/address.js';

/** A machine that tried to open connections to a port of this server, counted by the kernel. */
export type Knock = {
	readonly port: number;
	readonly address: Address;
	/** First packets that arrived; a machine that gets no answer sends its own again. */
	readonly tries: number;
	/** Those of them that nothing on this server has dropped. */
	readonly letIn: number;
	/** Those of them that went on to a container, which publishes the port. */
	readonly passedOn: number;
};

export type Knocks = {
	readonly knocks: readonly Knock[];
	/** Ports to which more machines came than are counted one by one. */
	readonly fullPorts: readonly number[];
};

/** Watches ports from the first reading on, until it is stopped. */
export type KnockWatch = {
	/**
	 * All that has come since the watch began.
	 * @throws Failure `command.failed`
	 */
	readonly read: () => Promise<Knocks>;
	/** Leaves no trace in the kernel. May be called more than once. */
	readonly stop: () => Promise<void>;
};
