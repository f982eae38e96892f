import type {Field, Value, Values} from '../field.js';
import type {KeyName, Press} from '../presses.js';
import {type ListEdit, listEditOf} from './list-changes.js';
import {pressInList, settle, withTyped} from './list-edit.js';
import {editOf, pressInText, type TextEdit} from './text-edit.js';

export type FieldState =
	| {readonly kind: 'text'; readonly edit: TextEdit}
	| {readonly kind: 'choice'; readonly index: number}
	| {readonly kind: 'list'; readonly list: ListEdit};

export type FormState = {
	/** The id of the field that the keys go to. */
	readonly focus: string;
	readonly fields: Readonly<Record<string, FieldState>>;
	/** Whether the user has tried to go on: empty fields are no fault before. */
	readonly isTried: boolean;
};

/** What a press made of a form, and whether it led out of it. */
export type FormChange = {
	readonly state: FormState;
	readonly left: 'forwards' | 'backwards' | undefined;
};

export function beginForm(fields: readonly Field[], values: Values): FormState {
	const states = fields.map(field => [field.id, beginField(field, values[field.id])]);
	return {
		focus: fields[0]?.id ?? '',
		fields: Object.fromEntries(states) as FormState['fields'],
		isTried: false,
	};
}

/** With another text in one of its fields. */
export function withText(state: FormState, id: string, text: string): FormState {
	return {
		...state,
		fields: {...state.fields, [id]: {kind: 'text', edit: editOf(text)}},
	};
}

/** The values as they stand. */
export function valuesOf(fields: readonly Field[], {fields: states}: FormState): Values {
	return Object.fromEntries(
		fields.map(field => [field.id, valueOfField(field, states[field.id])]),
	);
}

/** The values as they would be if what is being typed in a list were an entry already. */
export function previewOf(fields: readonly Field[], {fields: states}: FormState): Values {
	return Object.fromEntries(
		fields.map(field => {
			const state = states[field.id];
			return [
				field.id,
				state?.kind === 'list' ? withTyped(state.list) : valueOfField(field, state),
			];
		}),
	);
}

export function shownFields(fields: readonly Field[], values: Values): readonly Field[] {
	return fields.filter(({isShown}) => isShown?.(values) ?? true);
}

export function pressInForm(
	fields: readonly Field[],
	state: FormState,
	press: Press,
): FormChange {
	const shown = shownFields(fields, valuesOf(fields, state));
	const field = shown.find(({id}) => id === state.focus) ?? shown[0];
	if (field === undefined) {
		return {state, left: wayOut(press)};
	}

	const current = state.fields[field.id];
	const changed = current === undefined ? undefined : pressInField(field, current, press);
	return changed === undefined
		? moveOn(shown, changeList({...state, focus: field.id}, settle), press)
		: {
				state: {
					...state,
					focus: field.id,
					fields: {...state.fields, [field.id]: changed},
				},
				left: undefined,
			};
}

/** Changes the list that the keys go to, if they go to one. */
export function changeList(
	state: FormState,
	change: (list: ListEdit) => ListEdit,
): FormState {
	const {focus, fields} = state;
	const current = fields[focus];
	return current?.kind === 'list'
		? {
				...state,
				fields: {...fields, [focus]: {kind: 'list', list: change(current.list)}},
			}
		: state;
}

function beginField(field: Field, value: Value | undefined): FieldState {
	switch (field.kind) {
		case 'text':
			return {kind: 'text', edit: editOf(typeof value === 'string' ? value : '')};
		case 'secret':
			return {kind: 'text', edit: editOf('')};
		case 'choice': {
			const index = field.options.findIndex(option => option.value === value);
			return {kind: 'choice', index: Math.max(0, index)};
		}

		case 'list':
			return {kind: 'list', list: listEditOf(typeof value === 'object' ? value : [])};
	}
}

function valueOfField(field: Field, state: FieldState | undefined): Value {
	switch (state?.kind) {
		case 'text':
			return state.edit.value;
		case 'choice':
			return field.kind === 'choice' ? (field.options[state.index]?.value ?? '') : '';
		case 'list':
			return state.list.entries;
		default:
			return '';
	}
}

/** The field after a press, or undefined when the press is not for it. */
function pressInField(
	field: Field,
	state: FieldState,
	press: Press,
): FieldState | undefined {
	switch (state.kind) {
		case 'text': {
			const isSecret = field.kind === 'secret';
			const edit = pressInText(state.edit, isSecret ? press : trimmed(press));
			return edit && {kind: 'text', edit};
		}

		case 'choice': {
			const count = field.kind === 'choice' ? field.options.length : 0;
			const index = state.index + distanceOf(press);
			return distanceOf(press) === 0 || index < 0 || index >= count
				? undefined
				: {kind: 'choice', index};
		}

		case 'list': {
			const list = pressInList(state.list, press);
			return list && {kind: 'list', list};
		}
	}
}

/** Spaces around what is pasted were copied by mistake; in a secret they may belong to it. */
function trimmed(press: Press): Press {
	return press.kind === 'paste' ? {...press, text: press.text.trim()} : press;
}

function distanceOf(press: Press): number {
	return press.kind === 'key' ? (arrows[press.name] ?? 0) : 0;
}

const arrows: {readonly [Key in KeyName]?: number} = {
	up: -1,
	left: -1,
	down: 1,
	right: 1,
};
const moves: {readonly [Key in KeyName]?: number} = {
	...arrows,
	tab: 1,
	enter: 1,
	'back-tab': -1,
};

/** To the next field, or out of the form from the last one. */
function moveOn(shown: readonly Field[], state: FormState, press: Press): FormChange {
	const distance = press.kind === 'key' ? (moves[press.name] ?? 0) : 0;
	const at = shown.findIndex(({id}) => id === state.focus);
	const next = shown[at + distance];
	if (next !== undefined) {
		return {state: {...state, focus: next.id}, left: undefined};
	}

	const left = wayOut(press);
	return {state: left === 'forwards' ? {...state, isTried: true} : state, left};
}

/** Where a key leads beyond the last field, or before the first one. */
function wayOut(press: Press): FormChange['left'] {
	const name = press.kind === 'key' ? press.name : undefined;
	switch (name) {
		case 'enter':
		case 'tab':
			return 'forwards';
		case 'up':
		case 'back-tab':
			return 'backwards';
		default:
			return undefined;
	}
}
