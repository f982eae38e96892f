import type {KnockLine, KnockTool} from '../../../probes/inbound/how-to-knock.js';
import type {InboundNews} from '../../../probes/inbound/inbound-news.js';
import {describeInboundNews, inboundMark} from '../../../reports/inbound-lines.js';
import type {Marks} from '../../../reports/marks.js';
import {timeOfDay} from '../../../reports/time-of-day.js';
import {wrap} from '../../../reports/wrap.js';
import {marked, plainLines} from '../../widgets/lines.js';
import type {Line} from '../../widgets/scroll.js';
import {verdictColours} from '../results/result-lines.js';

/** What the screen tells that waits for the other side. */
export type KnockView = {
	readonly howTo: readonly KnockLine[];
	/** What may be put in the place of this server's name. */
	readonly address: string | undefined;
	/** The tool that the others have. */
	readonly tool: KnockTool;
	/** Whether whoever knocks now is seen. */
	readonly hasBegun: boolean;
	/** The newest first. */
	readonly news: readonly InboundNews[];
	readonly marks: Marks;
	readonly width: number;
};

/** What to run on the other side, and what has come of it. */
export function knockLines(view: KnockView): readonly Line[] {
	const {howTo, address, tool, hasBegun, news, marks, width} = view;
	const silence = hasBegun ? 'nobody has knocked yet' : 'about to begin';
	const instead = address === undefined ? '' : ` (${address} does instead of the name)`;
	return [
		...plainLines(`Run this over there, with ${tool}${instead}:`, width),
		...howTo.flatMap(({where, port, lines}) => [
			{text: `${where} (${port})`},
			...wrap(lines[tool], width - 4).map(
				(text): Line => ({text: `    ${text}`, isBold: true}),
			),
		]),
		{text: ''},
		...(news.length === 0
			? [{text: silence, mark: {text: marks.toCome, colour: undefined}}]
			: news.flatMap(each => newsLines(each, view))),
	];
}

/** So many are kept, the newest; nobody scrolls further. */
const mostKept = 200;

/** What is told of the same machine or port again takes the place of what was told before. */
export function withNews(
	known: readonly InboundNews[],
	news: InboundNews,
): readonly InboundNews[] {
	const others = known.filter(other => subjectOf(other) !== subjectOf(news));
	return [news, ...others].slice(0, mostKept);
}

function subjectOf(news: InboundNews): string {
	const who = news.event === 'knock' ? news.result.source : '';
	return `${news.event} ${news.port} ${who}`;
}

function newsLines(news: InboundNews, {marks, width}: KnockView): readonly Line[] {
	const result = news.event === 'knock' ? news.result : undefined;
	const colour = result && verdictColours[result.verdict];
	const sentence = `${timeOfDay(news.at)} ${describeInboundNews(news)}`;
	const remedy = wrap(result?.remedy ?? '', width - 4);
	return [
		...marked({text: inboundMark(news, marks), colour}, sentence, width),
		...remedy.map((text): Line => ({text: `    ${text}`, isDim: true})),
	];
}
