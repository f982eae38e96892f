import {answersPath, runProgram} from '../../../test/campus/appliance.js';
import type {Campus} from '../../../test/campus/campus.js';

/** A run of `probe --json`, as far as it is looked at here. */
export type ProbedList = {
	/** Milliseconds of the run itself, as it tells them. */
	readonly run: number;
	/** Milliseconds of the whole process, which starts and ends. */
	readonly process: number;
	readonly results: readonly ProbedRow[];
};

type ProbedRow = {
	readonly id: string;
	readonly direction: string;
	readonly destination: string;
	readonly port: number | null;
	readonly protocol: string | null;
	readonly verdict: string;
	readonly cause: string | null;
	readonly ways: ReadonlyArray<{readonly cause: string | null}>;
};

/** Proves the whole list from the appliance. */
export async function probeList(campus: Campus): Promise<ProbedList> {
	const start = performance.now();
	const {stdout, stderr} = await runProgram(campus, [
		...['probe', '--json', '--answers', answersPath],
	]);
	const process = performance.now() - start;
	if (stdout === '') {
		throw new Error(`probe gives no results: ${stderr}`);
	}

	const {startedAt, finishedAt, results} = JSON.parse(stdout);
	return {run: Date.parse(finishedAt) - Date.parse(startedAt), process, results};
}

/** What is wrong, or null, for each way of each row over TCP, and for the DNS server. */
export function tcpCauses({results}: ProbedList): ReadonlyArray<string | null> {
	return results.filter(isOverTcp).flatMap(({id, cause, ways}) => {
		return id === 'dns-tcp' ? [cause] : ways.map(way => way.cause);
	});
}

/** A name and a port over TCP. */
export type Target = {readonly host: string; readonly port: number};

export function tcpTargets({results}: ProbedList): readonly Target[] {
	return results
		.filter(isOverTcp)
		.flatMap(({destination, port, ways}) =>
			port !== null && ways.length > 0 ? [{host: destination, port}] : [],
		);
}

function isOverTcp({direction, protocol}: ProbedRow): boolean {
	return direction === 'outbound' && protocol === 'tcp';
}
