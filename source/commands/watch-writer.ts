import type {ChangedResult} from '../probes/changed-results.js';
import type {InboundNews} from '../probes/inbound/inbound-news.js';
import type {ProbeRun} from '../probes/probe-result.js';
import {remediesOnce} from '../reports/remedies-once.js';
import {renderChange, renderInboundNews} from '../reports/watch-lines.js';
import type {CommonFlags, JsonFlag} from './flags.js';
import {
	highlighterFor,
	marksForOutput,
	outputWidth,
	print,
	printJsonLine,
} from './output.js';
import {printRun} from './print-run.js';

/** Where a watch writes what it sees. */
export type WatchWriter = {
	readonly writeRun: (run: ProbeRun) => void;
	/** @param at in milliseconds since 1970 */
	readonly writeChange: (change: ChangedResult, at: number) => void;
	readonly writeNews: (news: InboundNews) => void;
};

export function watchWriter(flags: CommonFlags & JsonFlag): WatchWriter {
	return flags.json ? jsonWriter : textWriter(flags);
}

/** Each event is an object on a line of its own. */
const jsonWriter: WatchWriter = {
	writeRun: run => printEvent('run', run),
	writeChange({result, was}, at) {
		const before = was && {verdict: was.verdict, cause: was.cause, detail: was.detail};
		printEvent('changed', {at: timeOf(at), was: before ?? null, result});
	},
	writeNews: ({event, at, ...news}) => printEvent(event, {at: timeOf(at), ...news}),
};

function printEvent(event: string, content: object): void {
	printJsonLine({schema: 1, event, ...content});
}

function timeOf(milliseconds: number): string {
	return new Date(milliseconds).toISOString();
}

function textWriter(flags: CommonFlags): WatchWriter {
	const style = {
		marks: marksForOutput(flags),
		width: outputWidth(),
		highlight: highlighterFor(flags),
	};
	const once = remediesOnce();
	return {
		writeRun: run => printRun(run, flags),
		writeChange: (change, at) => print(renderChange(at, change, style).join('\n')),
		writeNews: news => print(renderInboundNews(once(news), style).join('\n')),
	};
}
