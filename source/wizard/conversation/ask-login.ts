import type {Answers} from '../../answers/schema.js';
import type {Login} from '../../probes/login.js';
import {idOfLogin} from '../../probes/login-rows.js';
import type {ProbeRun} from '../../probes/probe-result.js';
import {beginLogin, loginFields, readLogin} from '../login-form.js';
import {forThisTest, loginTitles, loginWarning} from '../words/logging-in.js';
import {askField} from './ask-field.js';
import {busy} from './busy.js';
import {choose} from './choose.js';
import type {Conversation} from './conversation.js';
import {valueOrTold} from './tell-failure.js';
import {resultInWords} from './tell-results.js';

type LoginRequest = {
	readonly kind: Login['for'];
	readonly answers: Answers;
	/** To which what comes of it is added. */
	readonly run: ProbeRun;
};

/** Asks where to log in, and tries that. Undefined when nothing was tried. */
export async function chooseLogin(
	conversation: Conversation,
	answers: Answers,
	run: ProbeRun,
): Promise<ProbeRun | undefined> {
	const kind = await choose(conversation.talk, {
		options: [
			{label: loginTitles.sql, value: 'sql'},
			{label: loginTitles.mail, value: 'mail'},
		],
	});
	return kind === undefined || kind === 'back'
		? undefined
		: askLogin(conversation, {kind, answers, run});
}

/**
 * Asks for a login that is tried once, and tells what came of it.
 * @returns the run with that; undefined when nothing was tried
 */
async function askLogin(
	conversation: Conversation,
	{kind, answers, run}: LoginRequest,
): Promise<ProbeRun | undefined> {
	const {talk, flow} = conversation;
	const {host, port} = kind === 'sql' ? answers.sql : answers.smtp;
	const warning = loginWarning(kind, answers, run);
	talk.tell(
		'',
		`${loginTitles[kind]}: ${host}, port ${port}.`,
		forThisTest,
		...(warning === undefined ? [] : [warning]),
	);
	const login = await askForLogin(conversation, kind, answers);
	if (login === undefined) {
		return undefined;
	}

	const done = await busy(talk, {
		doing: 'Logging in.',
		work: signal => flow.logIn(login, answers, {run, signal}),
	});
	const found = valueOrTold(talk, done);
	const tried = found?.results.find(({id}) => id === idOfLogin({for: kind}));
	const {remedy = null} = tried ?? {};
	talk.tell(
		...(tried === undefined ? [] : [resultInWords(tried)]),
		...(remedy === null ? [] : [remedy]),
	);
	return found;
}

/** Field after field; undefined when somebody goes back from the first one. */
async function askForLogin(
	{talk, machine}: Conversation,
	kind: Login['for'],
	answers: Answers,
): Promise<Login | undefined> {
	const fields = loginFields[kind];
	let values = beginLogin(kind, answers);
	let at = 0;
	for (;;) {
		const field = fields[at];
		if (field === undefined) {
			const {login, faults} = readLogin(kind, values);
			if (login !== undefined) {
				return login;
			}

			talk.tell(...faults.values());
			at = fields.findIndex(({id}) => faults.has(id));
			continue;
		}

		const reply = await askField({
			talk,
			field,
			values,
			context: {sshClient: machine.sshSession?.client},
			textFiles: machine.textFiles,
			// What is needed depends on what comes after it.
			faultsIn: () => new Map(),
			tellHelp: () => talk.tell(forThisTest),
			onTyped: () => undefined,
		});
		if (reply !== 'back') {
			values = {...values, [field.id]: reply.value};
			at += 1;
		} else if (at === 0) {
			return undefined;
		} else {
			at -= 1;
		}
	}
}
