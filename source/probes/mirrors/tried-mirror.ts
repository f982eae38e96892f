import type {Judgement} from '../judgement.js';
import type {OutboundObservation} from '../observation.js';

/** A host that a list of mirrors names, and what came of fetching from it. */
export type TriedMirror = {
	readonly host: string;
	/** Whether the rules that the answers ask for let it out. */
	readonly isPermitted: boolean;
	readonly judgement: Judgement;
	/** The address that the judgement is about; null where it has none. */
	readonly address: string | null;
	readonly observation: OutboundObservation;
};
