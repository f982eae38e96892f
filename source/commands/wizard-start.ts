import type {Answers} from '../answers/schema.js';
import {Failure} from '../failure.js';
import type {Machine} from '../machine.js';
import type {Pending} from '../transaction/transactions.js';
import type {Start} from '../wizard/app.js';
import {describeDraft} from '../wizard/describe-draft.js';
import {namesOf} from './file-names.js';
import {findNotice} from './find-notice.js';
import {marksForOutput} from './output.js';
import type {SetupFlags} from './setup.js';
import type {SharedSession} from './share-session.js';

/** What somebody comes into the wizard with. */
export type ComingFrom = Pick<Start, 'page'> & {
	/** The answers of `--answers`, which count for more than what was saved or typed before. */
	readonly given?:
		| {readonly paths: readonly string[]; readonly answers: Answers}
		| undefined;
};

/** What is known before the wizard looks at what was saved. */
export type Beginning = ComingFrom &
	Pick<Start, 'machine'> & {readonly pending: Pending | undefined};

/** What the wizard begins with: what is in effect, what was answered, and what to say of it. */
export async function startOf(
	{machine, pending, page, given}: Beginning,
	{flow}: Pick<SharedSession, 'flow'>,
	flags: SetupFlags,
): Promise<Start> {
	const notice = await findNotice(machine, pending);
	const saved = await readSaved(machine);
	const [draft, inEffect, kept] = await Promise.all([
		machine.drafts.read(),
		machine.backend.readInEffect(),
		machine.transactions.newest(),
	]);
	// Against a configuration that was kept, the home screen compares by itself.
	const left =
		given === undefined
			? describeDraft(draft, {
					saved: saved.answers,
					isCompared: kept === undefined,
					facts: machine.facts,
				})
			: [`The answers are those of ${namesOf(given.paths)}.`];
	return {
		machine,
		flow,
		page,
		draft:
			given === undefined
				? {
						answers: {...withoutVersion(saved.answers), ...draft?.answers},
						typed: draft?.typed ?? {},
					}
				: {answers: withoutVersion(given.answers), typed: {}},
		isConfigured: saved.answers !== undefined,
		isInEffect: inEffect !== undefined,
		marks: marksForOutput(flags),
		notice: [...notice, ...saved.notice, ...left].join(' ') || undefined,
		trialSeconds: flags.confirmWithin,
	};
}

type Saved = {
	readonly answers: Answers | undefined;
	/** What the user should know of them, a sentence each. */
	readonly notice: readonly string[];
};

/** Damaged answers are put aside, and asked for again. */
async function readSaved(machine: Machine): Promise<Saved> {
	try {
		return {answers: await machine.answers.read(), notice: []};
	} catch (error) {
		if (!(error instanceof Failure) || error.code !== 'answers.unreadable') {
			throw error;
		}

		const aside = await machine.answers.setAside();
		return {answers: undefined, notice: [error.message, `They are kept as ${aside}.`]};
	}
}

function withoutVersion(answers: Answers | undefined) {
	const {version: _version, ...sections} = answers ?? {version: 1};
	return sections;
}
