import type {Flow} from '../../flow/flow.js';
import type {Machine} from '../../machine.js';
import type {Progress, WizardEvent} from '../progress.js';

/** What a screen works with: where the wizard is, and the flow. It knows no other screen. */
export type ScreenProps = {
	readonly progress: Progress;
	readonly send: (event: WizardEvent) => void;
	readonly machine: Machine;
	readonly flow: Flow;
	/** What is in effect on this server, for the title line. */
	readonly status: string;
	/** How long new rules stay without being kept. */
	readonly trialSeconds: number;
};
