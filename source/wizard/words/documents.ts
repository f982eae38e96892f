import {timeAgo} from '../../moment.js';
import type {ProbeRun} from '../../probes/probe-result.js';
import {audienceNames} from '../../reports/report-kinds.js';
import {countRows} from '../../reports/result-groups.js';
import {endingsInWords, type Paper, papers} from '../papers.js';

export const documentsTitle = 'Documents for the other teams';

type Described = {readonly label: string; readonly about: string};

const described: Readonly<Record<Paper, Described>> = {
	network: {
		label: `For ${audienceNames.network}`,
		about:
			'Each connection that the firewalls on the way have to let through, by the real names and addresses, and whether it works.',
	},
	dba: {
		label: `For ${audienceNames.dba}`,
		about:
			'How this server reaches the SQL Server, what the SQL Server must allow, and what was seen of it.',
	},
	mail: {
		label: `For ${audienceNames.mail}`,
		about:
			'How this server hands its mail to the relay, what the relay must allow, and what was seen of it.',
	},
	dns: {
		label: `For ${audienceNames.dns}`,
		about:
			'The names that this server needs, what each DNS server says of them, and which addresses change.',
	},
	everything: {
		label: 'Everything, for whoever keeps the records',
		about: 'Each row of the list: the answer, the rule, the probe and what was seen.',
	},
	'answers-file': {
		label: 'The answers file, for the next appliance',
		about:
			'What you answered, to set up another server or this one again without a keyboard. No password is in it.',
	},
};

/** The papers as a menu. */
export const paperOptions: ReadonlyArray<Described & {readonly value: Paper}> =
	papers.map(value => ({value, ...described[value]}));

export function titleOfPaper(paper: Paper): string {
	return described[paper].label;
}

/** How its file is named, and what comes of that. */
export function namingInWords(paper: Paper): string {
	return `Its name may end in ${endingsInWords(paper)}: that says what it becomes.`;
}

/** How much of what the documents tell is proven, and since when. */
export function provenNote(run: ProbeRun | undefined, now: number): string {
	if (run === undefined) {
		return 'Nothing is proven yet, and the documents say so.';
	}

	const {proven, all} = countRows(run.results);
	return `${proven} of ${all} rows are proven, ${timeAgo(run.finishedAt, now)}.`;
}

/** Said once the rules are kept, when all of it is new. */
export const documentsAreHere = {
	onScreen: 'D opens the documents for the other teams, and the answers file.',
	inWords:
		'Type documents for what the other teams need, and for the answers file of the next appliance.',
	afterwards:
		'"analytics-setup report --for network" prints what the network team needs; the wizard has it for each team, under "Documents for the other teams".',
} as const;
