import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Field} from '../../../source/wizard/field.js';
import {reasonField} from '../../../source/wizard/inquiries/kept-because.js';
import type {ReplyNote} from '../../../source/wizard/inquiries/reply-note.js';
import {outbound} from '../../../source/wizard/steps/outbound.js';
import {sql} from '../../../source/wizard/steps/sql.js';
import {time} from '../../../source/wizard/steps/time.js';
import {viewers} from '../../../source/wizard/steps/viewers.js';
import {formRows} from '../../../source/wizard/widgets/form-rows.js';

/** A list, a line of text and a choice. */
const three = [...time.fields, ...outbound.fields];
const reply: ReplyNote = {text: '10.1.0.1', isWarning: false, verdict: 'pass'};

for (const [name, shown, focus, replied, height, gap, forLists] of [
	['a list that is alone has all the rows', viewers.fields, '', [], 12, 1, 12],
	['fields are apart where there is room', sql.fields, 'sql.host', [], 8, 1, 1],
	['a choice that is open needs more', sql.fields, 'sql.udp', [], 8, 1, 0],
	['they close up where there is none', sql.fields, 'sql.udp', [], 7, 0, 3],
	['a list has what the others leave', three, '', [], 13, 1, 9],
	['and three rows at least', three, '', [], 6, 0, 4],
	['a reply needs a row of its own then', three, '', ['proxy.url'], 6, 0, 3],
	['with a reason too', [...three, reasonField], 'notes', ['proxy.url'], 8, 0, 4],
] as const satisfies ReadonlyArray<
	readonly [string, readonly Field[], string, readonly string[], number, number, number]
>) {
	test(name, () => {
		const replies = new Map(replied.map(path => [path, reply]));
		assert.deepEqual(formRows({shown, focus, replies, height}), {gap, forLists});
	});
}
