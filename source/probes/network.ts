import type {Address} from '../addresses/address.js';
import type {NameAnswer} from '../host/resolver.js';
import type {TcpSocket} from '../host/tcp-table.js';
import type {TimeAnswer} from './ask-time.js';
import type {Dialled} from './dial-tcp.js';

/** Everything a probe may ask of the network; a test hands in a recorded one. */
export type ProbeNetwork = {
	readonly resolve: (name: string) => Promise<NameAnswer>;
	readonly dialTcp: (
		address: Address,
		port: number,
		signal: AbortSignal,
	) => Promise<Dialled>;
	readonly askTime: (
		address: Address,
		port: number,
		signal: AbortSignal,
	) => Promise<TimeAnswer>;
	readonly readTcpSockets: () => Promise<readonly TcpSocket[]>;
};
