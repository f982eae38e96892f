import type {Answers} from '../../answers/schema.js';
import type {Flow} from '../../flow/flow.js';
import type {Machine} from '../../machine.js';
import type {ProbeRun} from '../../probes/probe-result.js';
import type {Progress, WizardEvent} from '../progress.js';
import type {Talk} from './talk.js';

/** What each place of the wizard talks with, and about. */
export type Conversation = {
	readonly talk: Talk;
	readonly machine: Machine;
	readonly flow: Flow;
	readonly progress: Progress;
	/** Every answer; undefined while some are missing. */
	readonly answers: Answers | undefined;
	/** What the user should know at the beginning. */
	readonly notice: string | undefined;
	/** How long new rules stay without being kept. */
	readonly trialSeconds: number;
	/** Told of what happens on the way, before a place is left. */
	readonly send: (event: WizardEvent) => void;
	/** Told of each run over the list. */
	readonly onRun: (run: ProbeRun) => void;
};

/** Whoever leaves does so from any question: thrown there, caught where the wizard began. */
export class Departure extends Error {
	override readonly name = 'Departure';
	/** Whether something was left unfinished. */
	readonly isInterrupted: boolean;

	constructor({isInterrupted}: {readonly isInterrupted: boolean}) {
		super('left');
		this.isInterrupted = isInterrupted;
	}
}
