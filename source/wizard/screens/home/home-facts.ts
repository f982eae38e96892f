import {changedSections} from '../../../answers/changed-sections.js';
import type {Answers} from '../../../answers/schema.js';
import type {Change} from '../../../firewall/plan.js';
import type {Drift} from '../../../flow/drift.js';
import type {NamesStanding} from '../../../flow/names-standing.js';
import {timeAgo} from '../../../moment.js';
import type {ProbeRun} from '../../../probes/probe-result.js';
import {answerInWords} from '../../../reports/answers-in-words.js';
import {counted} from '../../../reports/counted.js';
import {listInWords} from '../../../reports/list-in-words.js';
import {countRows, endAndPort, groupResults} from '../../../reports/result-groups.js';
import {wrap} from '../../../reports/wrap.js';
import {describeGeneration} from '../../../transaction/describe-generation.js';
import type {Generation} from '../../../transaction/generations.js';
import {steps} from '../../steps/index.js';
import type {Task} from '../../widgets/use-task.js';
import {troubleInShort} from '../../words/names.js';

/** One thing that is known of this server: a text, and what there is to add. */
export type Fact = {
	readonly name: string;
	readonly texts: readonly string[];
};

/** Each part is looked at by itself: one that cannot be told hides no other. */
export type HomeState = {
	readonly newest: Task<Generation | undefined>;
	readonly drift: Task<Drift>;
	readonly run: Task<ProbeRun | undefined>;
	/** The names that rules follow; undefined where none does. */
	readonly names: Task<NamesStanding | undefined>;
	/** What was answered last, applied or not. */
	readonly answers: Answers;
	readonly now: number;
	readonly width: number;
};

export const nameColumns = 13;

/** What is in effect, what is proven, and what has come in between. */
export function homeFacts(state: HomeState): readonly Fact[] {
	const {newest, drift, run, answers} = state;
	const kept = newest.state === 'done' ? newest.value : undefined;
	const neighbours = drift.state === 'done' ? drift.value.neighbours : [];
	const unapplied = kept === undefined ? [] : unappliedPages(answers, kept.answers);
	const room = state.width - nameColumns;
	return [
		fact('Rules', newest, value => [
			value === undefined ? 'nothing was kept yet' : describeGeneration(value),
		]),
		...(unapplied.length === 0
			? []
			: [
					{
						name: 'Not applied',
						texts: [`changed since: ${listInWords(unapplied, room - 15)}`],
					},
				]),
		fact('Proven', run, value => provenTexts(value, state)),
		fact('Drift', drift, value => driftTexts(value, kept !== undefined)),
		...namesFacts(state),
		{
			name: 'Support',
			// What was answered since is not in effect.
			texts: [answerInWords('support', (kept?.answers ?? answers).support, room)],
		},
		...(neighbours.length === 0 ? [] : [{name: 'Others', texts: neighbours}]),
	];
}

/** Nothing as long as all is well with them. */
function namesFacts({names, now}: HomeState): readonly Fact[] {
	const told = fact('Names', names, value => {
		const trouble = value && troubleInShort(value, now);
		return trouble === undefined ? [] : [trouble];
	});
	return names.state === 'working' || told.texts.length === 0 ? [] : [told];
}

function fact<Value>(
	name: string,
	task: Task<Value>,
	tell: (value: Value) => readonly string[],
): Fact {
	switch (task.state) {
		case 'working':
			return {name, texts: ['being looked at']};
		case 'failed': {
			const {message, remedies} = task.failure;
			return {name, texts: [`cannot be told: ${message}`, ...remedies]};
		}

		case 'done':
			return {name, texts: tell(task.value)};
	}
}

/** The pages that were answered anew and not applied. */
function unappliedPages(answers: Answers, inEffect: Answers): readonly string[] {
	const changed = changedSections(answers, inEffect);
	return steps
		.filter(({sections}) => sections.some(section => changed.includes(section)))
		.map(({title}) => title);
}

function provenTexts(
	run: ProbeRun | undefined,
	{now, width}: HomeState,
): readonly string[] {
	if (run === undefined) {
		return ['nothing has been probed yet'];
	}

	const {proven, all} = countRows(run.results);
	const toAct = groupResults(run.results).filter(({results}) =>
		results.every(({verdict}) => verdict === 'fail' || verdict === 'warn'),
	);
	return [
		`${proven} of ${all} rows, ${timeAgo(run.finishedAt, now)}`,
		...toAct.map(({title, results}) => {
			const lead = `${title.replace(/^F/, 'f')}: `;
			const ends = results.map(result => endAndPort(result));
			return lead + listInWords([...new Set(ends)], width - nameColumns - lead.length);
		}),
	];
}

/** What somebody else has changed says more than what names and networks now ask for. */
function driftTexts({changes, outdated}: Drift, isKept: boolean): readonly string[] {
	if (!isKept && changes.length > 0) {
		return ['what you answered is not in effect: look at the settings'];
	}

	const told = [
		...(changes.length === 0
			? []
			: [
					`${counted(changes.length, 'difference', 'differences')} from what was kept`,
					...changes.map(describeDrift),
				]),
		...(outdated.length === 0
			? []
			: [
					`${counted(outdated.length, 'difference', 'differences')} from what the same answers mean today`,
					...outdated.map(({text}) => text),
				]),
	];
	return told.length === 0 ? ['none'] : told;
}

/** By the eyes of somebody who looks at the rules that are in effect. */
function describeDrift({action, text}: Change): string {
	const words = {add: 'missing', remove: 'added', change: 'changed'} as const;
	return `${words[action]}: ${text}`;
}

/** A fact as it is drawn. */
export type FactLines = {
	readonly name: string;
	readonly lines: readonly string[];
};

/**
 * As much of the facts as there are rows for: of what was added, the last of the longest
 * goes first, and never a part of a sentence.
 */
export function fitFacts(
	facts: readonly Fact[],
	rows: number,
	room: number,
): readonly FactLines[] {
	const drawn = facts.map(({name, texts}) => ({
		name,
		// Each text takes a row at least.
		texts: texts.slice(0, Math.max(1, rows)).map(text => wrap(text, room)),
	}));
	// A window that is too small for a screen has no row for any of them.
	while (drawn.flatMap(({texts}) => texts.flat()).length > Math.max(0, rows)) {
		const longest = Math.max(...drawn.map(({texts}) => texts.length));
		const index = drawn.findLastIndex(({texts}) => texts.length === longest);
		const shorter = drawn
			.slice(index, index + 1)
			.map(({name, texts}) => ({name, texts: texts.slice(0, -1)}))
			.filter(({texts}) => texts.length > 0);
		drawn.splice(index, 1, ...shorter);
	}

	return drawn.map(({name, texts}) => ({name, lines: texts.flat()}));
}
