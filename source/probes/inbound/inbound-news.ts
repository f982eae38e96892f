import type {ProbeResult} from '../probe-result.js';

/** Something that happened at the ports of this server; `at` in milliseconds since 1970. */
export type InboundNews = {readonly at: number; readonly port: number} & (
	| {
			/** A machine came for the first time, or again. */
			readonly event: 'knock';
			/** How often it has come, and how often nothing here has dropped that. */
			readonly tries: number;
			readonly letIn: number;
			readonly result: ProbeResult;
	  }
	/** So many machines came at once that the others are told by their number. */
	| {readonly event: 'crowd'; readonly machines: number}
	/** More have come than are counted; new ones are not seen any more. */
	| {readonly event: 'full'; readonly machines: number}
	/** Who answers on the port from now on. */
	| {readonly event: 'listening'; readonly listener: 'stand-in' | 'program' | 'nobody'}
);
