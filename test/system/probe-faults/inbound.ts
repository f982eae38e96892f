import {
	listensToItself,
	nobodyCame,
	nobodyMayCome,
	nothingListensHere,
} from '../../campus/faults/listeners.js';
import type {FaultTable} from './fault-table.js';

/** What is wrong with a port of this server, and who must act. */
export const inboundFaults: FaultTable = [
	[
		nothingListensHere,
		'viewers fail listen.nothing this-host',
		'No program on this server listens on port 9999. Start the service, then probe again.',
	],
	[
		listensToItself,
		'appsanywhere fail listen.loopback-only this-host',
		'The program on port 19999 accepts connections from this server itself only. Make it listen on all addresses.',
	],
	[
		nobodyMayCome,
		'viewers fail policy.nobody this-host',
		'The answers name nobody who may use port 9999. Run analytics-setup, say who may, and apply.',
	],
	[
		nobodyCame,
		'remote-support unprovable inbound.not-seen network',
		'This side is ready. Open a connection to 10.10.0.10 port 22 from one of these machines, then probe again; if nothing arrives, ask your network team to permit it.',
	],
];
