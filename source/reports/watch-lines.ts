import type {ChangedResult} from '../probes/changed-results.js';
import type {InboundNews} from '../probes/inbound/inbound-news.js';
import {type ProbeResult, portOf} from '../probes/probe-result.js';
import {describeInboundNews, inboundMark} from './inbound-lines.js';
import type {Marks} from './marks.js';
import {otherEnd} from './result-groups.js';
import {timeOfDay} from './time-of-day.js';
import {wrap} from './wrap.js';

/** How a watch is written down. */
export type WatchStyle = {
	readonly marks: Marks;
	readonly width: number;
	/** Makes a line stand out, where that is possible. */
	readonly highlight: (line: string) => string;
};

/** A connection that changed, what it was before, and what to do about it now. */
export function renderChange(
	at: number,
	{result, was}: ChangedResult,
	style: WatchStyle,
): readonly string[] {
	const {marks, highlight} = style;
	const port = portOf(result);
	const parts = [
		timeOfDay(at),
		marks.verdict[result.verdict],
		otherEnd(result),
		...(port === '' ? [] : [port]),
		result.detail,
		`(was: ${was === undefined ? 'not told' : was.detail})`,
	];
	return [highlight(parts.join(' ')), ...remedyLines(result, style)];
}

/** What happened at the ports of this server, and what to do about it. */
export function renderInboundNews(
	news: InboundNews,
	style: WatchStyle,
): readonly string[] {
	const mark = inboundMark(news, style.marks);
	const line = `${timeOfDay(news.at)} ${mark} ${describeInboundNews(news)}`;
	return news.event === 'knock'
		? [style.highlight(line), ...remedyLines(news.result, style)]
		: [line];
}

/** Stands under the mark, so that the times make a column of their own. */
const indent = ' '.repeat('14:02:11 ✓ '.length);

function remedyLines({remedy}: ProbeResult, {width}: WatchStyle): readonly string[] {
	return remedy === null
		? []
		: wrap(remedy, width - indent.length).map(line => `${indent}${line}`);
}
