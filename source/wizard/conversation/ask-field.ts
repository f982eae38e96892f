import {type Field, listOf, textOf, type Value, type Values} from '../field.js';
import {meaningsIn} from '../screens/step/help-lines.js';
import {asSentence} from './as-sentence.js';
import {askList} from './ask-list.js';
import {askSecret} from './ask-secret.js';
import {askText} from './ask-text.js';
import type {Asking, FieldReply} from './asking.js';
import {type Commands, choose} from './choose.js';

export type FieldQuestion = Omit<Asking<Field, Value>, 'value'> & {
	readonly values: Values;
	/** What else may be typed where something is chosen. */
	readonly commands?: Commands | undefined;
};

/** Asks for any field. */
export async function askField({
	values,
	commands,
	...asking
}: FieldQuestion): Promise<FieldReply> {
	const {talk, field, tellHelp} = asking;
	switch (field.kind) {
		case 'text':
			return askText({...asking, field, value: textOf(values, field.id)});
		case 'secret':
			return askSecret({talk, field});
		case 'list':
			return askList({...asking, field, value: listOf(values, field.id)});
		case 'choice': {
			talk.tell(...meaningsIn(field).map(asSentence), `${field.label}:`);
			const kept = textOf(values, field.id);
			const chosen = await choose(talk, {
				options: field.options,
				kept,
				commands,
				onHelp: tellHelp,
			});
			return chosen === undefined || chosen === 'back' ? 'back' : {value: chosen};
		}
	}
}
