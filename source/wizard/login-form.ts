import {readMailAddress} from '../addresses/mail-address.js';
import type {Answers} from '../answers/schema.js';
import type {Login} from '../probes/login.js';
import {type Field, textOf, type Values} from './field.js';
import type {Faults} from './step.js';

/** What the screen for a login asks. */
export const loginFields: Readonly<Record<Login['for'], readonly Field[]>> = {
	sql: [
		{kind: 'text', id: 'user', label: 'User name', example: 'looker'},
		{kind: 'secret', id: 'password', label: 'Password'},
		{
			kind: 'text',
			id: 'database',
			label: 'Database',
			example: 'analytics',
			isOptional: true,
		},
	],
	mail: [
		{
			kind: 'text',
			id: 'user',
			label: 'User name',
			example: 'alerts@uni.edu',
			isOptional: true,
		},
		{kind: 'secret', id: 'password', label: 'Password'},
		{
			kind: 'text',
			id: 'messageTo',
			label: 'Test message to',
			example: 'it@uni.edu',
			isOptional: true,
		},
	],
};

/** What the fields begin with: what the answers say of a login, never a password. */
export function beginLogin(
	kind: Login['for'],
	{sql, smtp}: Pick<Answers, 'sql' | 'smtp'>,
): Values {
	const {user = ''} = (kind === 'sql' ? sql : smtp).login ?? {};
	return kind === 'sql'
		? {user, database: sql.login?.database ?? ''}
		: {user, messageTo: smtp.login?.messageTo ?? ''};
}

/** The login that was typed, or what is wrong with it. */
export type TypedLogin = {readonly login: Login | undefined; readonly faults: Faults};

export function readLogin(kind: Login['for'], values: Values): TypedLogin {
	const faults = faultsIn(kind, values);
	return {login: faults.size === 0 ? loginIn(kind, values) : undefined, faults};
}

function loginIn(kind: Login['for'], values: Values): Login {
	const account = {user: textOf(values, 'user'), password: passwordIn(values)};
	if (kind === 'sql') {
		const database = textOf(values, 'database');
		return {for: kind, account, ...(database === '' ? {} : {database})};
	}

	const {value: messageTo} = readMailAddress(textOf(values, 'messageTo'));
	return {
		for: kind,
		...(account.user === '' ? {} : {account}),
		...(messageTo === undefined ? {} : {messageTo}),
	};
}

function faultsIn(kind: Login['for'], values: Values): Faults {
	const user = textOf(values, 'user');
	const password = passwordIn(values);
	const messageTo = textOf(values, 'messageTo');
	const isMessageAlone = kind === 'mail' && messageTo !== '' && password === '';
	const faults = new Map<string, string>();
	if (user === '' && !isMessageAlone) {
		faults.set(
			'user',
			kind === 'sql' || password !== ''
				? 'Whose password? A user name is needed here.'
				: 'A user name is needed here, or an address below.',
		);
	}

	if (user !== '' && password === '') {
		faults.set('password', 'The password is needed here.');
	}

	const {fault} = messageTo === '' ? {} : readMailAddress(messageTo);
	if (fault !== undefined) {
		faults.set('messageTo', fault);
	}

	return faults;
}

/** As it was typed: a space may belong to it. */
function passwordIn({password}: Values): string {
	return typeof password === 'string' ? password : '';
}
