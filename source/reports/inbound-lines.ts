import {inFigures} from '../in-figures.js';
import {type KnockLine, knockTools} from '../probes/inbound/how-to-knock.js';
import type {InboundNews} from '../probes/inbound/inbound-news.js';
import {portOf} from '../probes/probe-result.js';
import type {Marks} from './marks.js';
import {wrap} from './wrap.js';

/** What to run on the other side of the inbound rows. */
export function renderHowToKnock(
	lines: readonly KnockLine[],
	address: string | undefined,
	width: number,
): readonly string[] {
	const toolColumns = Math.max(...knockTools.map(({length}) => length)) + 2;
	return [
		...wrap('To see whether others get in, run one of these lines on their side:', width),
		'',
		...lines.flatMap(line => [
			`${line.where} (${line.port})`,
			...knockTools.map(tool => `  ${tool.padEnd(toolColumns)}${line.lines[tool]}`),
		]),
		'',
		...(address === undefined
			? []
			: wrap(`Where the name is not known yet, put ${address} in its place.`, width)),
	];
}

/** The mark that stands before what happened. */
export function inboundMark(news: InboundNews, marks: Marks): string {
	switch (news.event) {
		case 'knock':
			return marks.verdict[news.result.verdict];
		case 'listening':
			return marks.separator;
		case 'crowd':
		case 'full':
			return marks.attention;
	}
}

/** What happened, in a line. */
export function describeInboundNews(news: InboundNews): string {
	switch (news.event) {
		case 'knock': {
			const {result} = news;
			return `${result.source} ${portOf(result)} ${result.detail}${describeTries(news)}`;
		}

		case 'listening':
			return `${news.port}/tcp ${describeListener(news.listener)}`;
		case 'crowd':
			return `${news.port}/tcp ${inFigures(news.machines)} more machines knocked at the same time, and are not listed`;
		case 'full':
			return `${news.port}/tcp ${inFigures(news.machines)} machines have knocked; others are not counted any more`;
	}
}

/** One try goes without saying. */
function describeTries({
	tries,
	letIn,
}: Pick<Extract<InboundNews, {event: 'knock'}>, 'tries' | 'letIn'>): string {
	if (tries < 2) {
		return '';
	}

	const some = letIn > 0 && letIn < tries ? `, ${inFigures(letIn)} let in` : '';
	return ` (${inFigures(tries)} tries${some})`;
}

function describeListener(
	listener: Extract<InboundNews, {event: 'listening'}>['listener'],
): string {
	switch (listener) {
		case 'stand-in':
			return 'is answered here for a test; Analytics itself does not run there yet';
		case 'program':
			return 'is answered by a program that runs there already';
		case 'nobody':
			return 'is not answered here any more';
	}
}
