import type {Field} from '../field.js';
import type {Asking, FieldReply} from './asking.js';
import {listen} from './listen.js';

type TextField = Extract<Field, {kind: 'text'}>;

/** Leaves out what need not be there: an empty line keeps what is. */
const nothing = '-';

/** Asks for one line, and again for as long as there is a fault in it. */
export async function askText(asking: Asking<TextField, string>): Promise<FieldReply> {
	const {talk, field, value, faultsIn, tellHelp} = asking;
	talk.tell(
		`${field.label}, for example ${field.example}.${whatEnterDoes(field, value)}`,
	);
	for (;;) {
		const reply = await listen(talk, `${field.label}: `, {onHelp: tellHelp});
		if (reply.said !== 'line') {
			return 'back';
		}

		const answer = answerIn(reply.text.trim(), field, value);
		const fault = faultsIn(answer).get(field.id);
		if (fault === undefined) {
			return {value: answer};
		}

		talk.tell(answer === '' ? `An answer is needed here. ${fault}` : fault);
	}
}

function answerIn(typed: string, {isOptional}: TextField, value: string): string {
	if (typed === '') {
		return value;
	}

	return typed === nothing && isOptional === true ? '' : typed;
}

function whatEnterDoes({isOptional}: TextField, value: string): string {
	if (value !== '') {
		const other = isOptional ? `; ${nothing} leaves it out` : '';
		return ` Enter keeps ${value}${other}.`;
	}

	return isOptional ? ' It may be left out; Enter does.' : '';
}
