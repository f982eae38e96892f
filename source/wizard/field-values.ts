import {textOf, type Values} from './field.js';

/** A port typed into a field; NaN, which the schema refuses, when it is no number. */
export function portOf(values: Values, id: string): number {
	const text = textOf(values, id);
	return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

/** No page asks for a login, and none loses that of an answers file. */
export function loginOf<Login>(saved: {readonly login?: Login | undefined} | undefined): {
	readonly login?: Login;
} {
	return saved?.login === undefined ? {} : {login: saved.login};
}

export function yesOrNo(values: Values, id: string): boolean {
	return textOf(values, id) === 'yes';
}
