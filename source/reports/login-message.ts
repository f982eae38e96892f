import type {Answers} from '../answers/schema.js';
import type {ProbeRun} from '../probes/probe-result.js';
import {asciiWords} from './ascii-words.js';
import {listInWords} from './list-in-words.js';
import {countRows} from './result-groups.js';
import {timeOfRun} from './time-of-run.js';
import {shorten} from './wrap.js';

/** How a server stands, as far as whoever logs in is told. */
export type LoginStanding = {
	/** Of the rules that are in effect, or only written; undefined before any were. */
	readonly answers: Answers | undefined;
	/** `generation 4, kept by …`; undefined where nothing was kept. */
	readonly kept: string | undefined;
	readonly trial: OnTrial | undefined;
	/** What was taken back although nobody asked for it, when nothing came after it. */
	readonly takenBack: TakenBack | undefined;
	/** What came of trying the connections; undefined where nothing was tried yet. */
	readonly run: ProbeRun | undefined;
};

export type OnTrial = {
	/** `14:04:11 UTC`; undefined while they are being put into effect. */
	readonly until: string | undefined;
};

export type TakenBack = {
	/** Whether the old rules are back whole. */
	readonly isWhole: boolean;
	/** `2026-11-22 14:04 UTC`; undefined where its file is damaged. */
	readonly at: string | undefined;
	readonly reason: string;
};

/** In columns: a console has 80, and some terminals begin a new line in the last one. */
const width = 78;

const product = 'AppsAnywhere Analytics';

/**
 * What every login is told (pam_motd(8)), in at most six lines: how this server stands, who
 * may log in, and what to run.
 */
export function renderLoginMessage(standing: LoginStanding): string {
	const {answers} = standing;
	const [state, advice] = stateOf(standing);
	const name = asciiWords(answers?.server.hostname ?? productBefore(state));
	const lines = [
		`${shorten(name, width - 2 - state.length, '...')}: ${state}`,
		...(advice === undefined ? [] : [advice]),
		...describeKept(standing),
		...(answers === undefined ? [] : describeSetUp(answers, standing)),
		answers === undefined
			? 'Run analytics-setup as root to set it up.'
			: 'analytics-setup shows and changes this; analytics-setup status checks it.',
	];
	return `${lines.map(line => shorten(asciiWords(line), width, '...')).join('\n')}\n`;
}

/** Its short name where the whole one has no room. */
function productBefore(state: string): string {
	return product.length + 2 + state.length <= width ? product : 'Analytics';
}

function stateOf(standing: LoginStanding): readonly [state: string, advice?: string] {
	const {answers, trial, takenBack} = standing;
	if (trial !== undefined) {
		return trial.until === undefined
			? ['new firewall rules are being put into effect.']
			: [
					`NEW FIREWALL RULES ARE ON TRIAL until ${trial.until}.`,
					'Logged in over SSH just now? Then keep them with: analytics-setup confirm',
				];
	}

	if (takenBack !== undefined) {
		const {isWhole, at, reason} = takenBack;
		return isWhole
			? [
					`the old firewall rules are back${at === undefined ? '' : ` since ${at}`}.`,
					reason,
				]
			: [
					'the old firewall rules could not be put back whole.',
					'To try again: analytics-setup rollback',
				];
	}

	return answers === undefined
		? ['this server has not been set up yet.']
		: [`${product}.`];
}

function describeKept(standing: LoginStanding): readonly string[] {
	const {answers, kept, trial} = standing;
	if (kept === undefined) {
		const isWritten = answers !== undefined && trial === undefined;
		return isWritten ? ['Its firewall rules are only written to files.'] : [];
	}

	return [trial ? `Before them: ${kept}.` : `Firewall rules: ${kept}.`];
}

function describeSetUp(answers: Answers, standing: LoginStanding): readonly string[] {
	return [describeRun(standing.run), describeAccess(answers, standing)];
}

function describeRun(run: ProbeRun | undefined): string {
	if (run === undefined) {
		return 'Its connections have not been tried yet.';
	}

	const {results, finishedAt} = run;
	const {proven, all} = countRows(results);
	const time = timeOfRun({startedAt: finishedAt, finishedAt});
	return `${proven} of ${all} connections were proven ${time}.`;
}

function describeAccess(answers: Answers, {kept, trial}: LoginStanding): string {
	const isEnforced = kept !== undefined || trial !== undefined;
	const start = `Support access: SSH ${isEnforced ? 'is' : 'would be'}`;
	const sources = sshSources(answers);
	return sources.length === 0
		? `${start} closed.`
		: `${start} open to ${listInWords(sources, width - start.length - 10)}.`;
}

/** Those of the list, and those of the site's own rules. */
function sshSources({support, extra}: Answers): readonly string[] {
	const own = extra.filter(
		({direction, port, protocol}) =>
			direction === 'inbound' && port === 22 && protocol === 'tcp',
	);
	return [...(support.enabled ? support.sources : []), ...own.map(({peer}) => peer)];
}
