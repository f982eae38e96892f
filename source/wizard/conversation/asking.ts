import type {TextFiles} from '../../host/text-files.js';
import type {Field, HintContext, Value} from '../field.js';
import type {Faults} from '../step.js';
import type {Talk} from './talk.js';

/** What it takes to ask for one field. */
export type Asking<Asked extends Field, Answer extends Value> = {
	readonly talk: Talk;
	readonly field: Asked;
	/** What it has now. */
	readonly value: Answer;
	/** What would be wrong with another value. */
	readonly faultsIn: (value: Value) => Faults;
	readonly context: HintContext;
	/** For a list that is in a file. */
	readonly textFiles: Pick<TextFiles, 'read'>;
	/** Tells the longer story. */
	readonly tellHelp: () => void;
	/** Told of what is not the whole answer yet. */
	readonly onTyped: (value: Value) => void;
};

export type FieldReply = {readonly value: Value} | 'back';
