import {hrtime} from 'node:process';

/** Whom to call, and how. */
export type Calls = {
	readonly address: string;
	readonly port: number;
	readonly perSecond: number;
	/** Milliseconds until a call without an answer is given up. */
	readonly patience: number;
};

/** One new connection; all in milliseconds as `now` gives them. */
export type Call = {
	/** When it was to begin; it begins later where the caller itself lags. */
	readonly due: number;
	readonly begun: number;
	/** The first word of the other side; undefined when none came. */
	readonly answered?: number | undefined;
};

/** From when to when, as `now` gives it. */
export type Span = {readonly from: number; readonly to: number};

/** Milliseconds, the same for every process of a machine, in fractions. */
export function now(): number {
	return Number(hrtime.bigint()) / 1e6;
}
