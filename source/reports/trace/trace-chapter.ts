import {listVersion} from '../../catalogue/list-version.js';
import type {ProbeResult, WayResult} from '../../probes/probe-result.js';
import {partyInPaper} from '../change-request/party-in-paper.js';
import type {Cell, Chapter} from '../document.js';
import {listInWords} from '../list-in-words.js';
import {partyOf} from '../party.js';
import {endAndPort} from '../result-groups.js';
import type {Site} from '../site.js';
import type {AnswerUsed} from './answers-used.js';
import {type TraceRow, type Try, traceOf} from './trace.js';

/** The way of each row of the list through everything, for whoever wants to check it. */
export function traceChapter(site: Site): Chapter {
	return {
		id: 'trace',
		title: 'Trace: each row of the list, from the answer to the evidence',
		blocks: [
			{
				kind: 'paragraph',
				text: `What was answered for a row, the rule of this server's own firewall that permits it, and what came of trying it. The list is the one with the fingerprint ${listVersion.fingerprint}.`,
			},
			{
				kind: 'table',
				caption: 'Each row of the list, from the answer to the evidence',
				columns: ['Row', 'Answer', 'Rule', 'State', 'Seen', 'How it was tried'],
				rows: traceOf(site).flatMap(row => row.tries.map(each => cellsOf(row, each))),
			},
		],
	};
}

function cellsOf(row: TraceRow, {state, result}: Try): readonly Cell[] {
	return [
		{text: `${row.row}. ${row.id}, ${row.listed.port}`},
		{text: row.answers.map(answerInWords).join('; ') || 'as in the list'},
		{text: ruleInWords(row)},
		{text: state, ...(result === null ? {} : {verdict: result.verdict})},
		{text: result === null ? '' : seenIn(result)},
		{text: result === null ? '' : result.ways.map(wayInWords).join('; ')},
	];
}

/** About so many characters of an answer are in a cell. */
const room = 80;

function answerInWords({path, value}: AnswerUsed): string {
	const words = Array.isArray(value)
		? listInWords(value, room) || 'nobody'
		: String(value);
	return `${path}: ${words}`;
}

function ruleInWords({rule, noRule}: TraceRow): string {
	return rule === null
		? `none. ${noRule}`
		: `${rule.id}: ${rule.text} (${rule.isInEffect ? 'in effect' : 'not in effect'})`;
}

/** `bitbucket.org, 443/tcp: no answer in 3.5 s (tcp.timeout), for the network team` */
function seenIn(result: ProbeResult): string {
	const {detail, cause} = result;
	const party = partyOf(result);
	const why = cause === null ? '' : ` (${cause})`;
	const acts = party === undefined ? '' : `, for ${partyInPaper(party)}`;
	return `${endAndPort(result, ', ')}: ${detail}${why}${acts}`;
}

function wayInWords({via, address, stages}: WayResult): string {
	const times = stages.map(({stage, milliseconds}) => `${stage} ${milliseconds} ms`);
	return [`by ${via} to ${address}`, ...times].join(', ');
}
