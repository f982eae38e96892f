import type {Field} from '../field.js';
import type {Asking, FieldReply} from './asking.js';
import {listen} from './listen.js';

type SecretField = Extract<Field, {kind: 'secret'}>;

/** Asks for something that must not be seen. It is kept nowhere. */
export async function askSecret({
	talk,
	field,
}: Pick<Asking<SecretField, string>, 'talk' | 'field'>): Promise<FieldReply> {
	talk.tell(`${field.label}: it is not shown while you type, and not kept.`);
	const reply = await listen(talk, `${field.label}: `, {isSecret: true});
	return reply.said === 'line' ? {value: reply.text} : 'back';
}
