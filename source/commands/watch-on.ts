import {Failure} from '../failure.js';
import {watchOutbound} from '../flow/watch-outbound.js';
import {mainAddress} from '../host/facts.js';
import {howToKnock} from '../probes/inbound/how-to-knock.js';
import {inboundRows} from '../probes/inbound/inbound-rows.js';
import type {ProbeRun} from '../probes/probe-result.js';
import {renderHowToKnock} from '../reports/inbound-lines.js';
import type {CommandContext} from './context.js';
import type {CommonFlags, JsonFlag, WatchFlags} from './flags.js';
import {outputWidth, print, tell} from './output.js';
import {type WatchWriter, watchWriter} from './watch-writer.js';

type Flags = CommonFlags & JsonFlag & WatchFlags;

export type Watched = {
	/** The rows to watch; all of them unless told otherwise. */
	readonly ids?: readonly string[];
	/** What a run over them has found. */
	readonly run: ProbeRun;
	/** The only way in which a watch ends. */
	readonly signal: AbortSignal;
};

/** Writes a run, and then what changes, and who knocks on the ports of this server. */
export async function watchOn(
	context: CommandContext,
	watched: Watched,
	flags: Flags,
): Promise<void> {
	const writer = watchWriter(flags);
	writer.writeRun(watched.run);
	const hasPorts = inboundRows(watched.ids).length > 0;
	if (hasPorts && !flags.json && context.machine.watchKnocks !== undefined) {
		sayHowToKnock(context, watched);
	}

	tell('Waiting for what happens next; Ctrl-C ends it.');
	// When one of the two fails, the other must not go on.
	const failure = new AbortController();
	const signal = AbortSignal.any([watched.signal, failure.signal]);
	const parts = hasPorts ? [watchConnections, watchPorts] : [watchConnections];
	try {
		await Promise.all(
			parts.map(part => part(context, {...watched, signal}, flags, writer)),
		);
	} finally {
		failure.abort();
	}

	watched.signal.throwIfAborted();
}

async function watchConnections(
	{machine, flow, answers}: CommandContext,
	{run, signal}: Watched,
	{every = 30}: Flags,
	writer: WatchWriter,
): Promise<void> {
	await watchOutbound(flow, answers, {
		run,
		pause: every * 1000,
		onChange: change => writer.writeChange(change, machine.now()),
		signal,
	});
}

/** Where the kernel cannot be asked, the other connections are still worth watching. */
async function watchPorts(
	{flow, answers}: CommandContext,
	{run, ...watched}: Watched,
	{answer}: Flags,
	writer: WatchWriter,
): Promise<void> {
	try {
		await flow.watchInbound(answers, {
			...watched,
			isAnswering: () => answer === true,
			onNews: writer.writeNews,
		});
	} catch (error) {
		const hasOthers = run.results.some(({direction}) => direction === 'outbound');
		if (!hasOthers || !(error instanceof Failure) || error.code !== 'not-permitted') {
			throw error;
		}

		tell(`${error.message} Only the outbound connections are watched.`);
	}
}

function sayHowToKnock(
	{machine, answers}: CommandContext,
	{ids}: Pick<Watched, 'ids'>,
): void {
	const lines = howToKnock(inboundRows(ids), answers.server.hostname);
	const words = renderHowToKnock(lines, mainAddress(machine.facts), outputWidth());
	print(words.join('\n'));
}
