import type {Journey} from './observation.js';
import type {ProbeResult} from './probe-result.js';

/** A result, with what was seen on the ways to it: what root causes are looked for in. */
export type Finding = {
	readonly result: ProbeResult;
	readonly journeys: readonly Journey[];
};
