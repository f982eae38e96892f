import type {Campus} from '../../../test/campus/campus.js';
import type {Host} from '../../../test/campus/host.js';
import {commandsIn} from '../../../test/campus/run-inside.js';

/** A way to let the same sources in, and to put them into effect again. */
export type Way = {
	/** As somebody would call it: "ufw reload". */
	readonly name: string;
	/** Lets the sources in to `port` of the appliance; what puts them into effect again. */
	readonly prepare: (campus: Campus, sources: readonly string[]) => Promise<Again>;
};

/** @param round 0 for the first time; whatever is put into effect may change with it */
export type Again = (round: number) => Promise<void>;

/** The viewers' port. */
export const port = 9999;

/** @throws {Failure} when a program fails inside a host */
export async function mustRun(
	host: Host,
	[file, ...arguments_]: readonly [file: string, ...arguments_: string[]],
	input = '',
): Promise<void> {
	await commandsIn(host)(file, arguments_, {input, timeout: 120_000});
}
