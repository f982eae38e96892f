import {type Address, formatAddress} from '../addresses/address.js';
import type {Answers} from '../answers/schema.js';
import {type Judgement, judgement} from './judgement.js';
import type {Login, LoginErrand, LoginSeen} from './login.js';
import {idOfLogin, rowOfLogin} from './login-rows.js';
import {type AboutWay, makeResult, type RowResult} from './make-result.js';
import type {Journey} from './observation.js';
import type {ProbeContext} from './probe-context.js';
import type {ProbeResult} from './probe-result.js';
import {probeRow} from './probe-row.js';
import {judgeMailLogin, judgeMailName, judgeMailOffer} from './smtp/judge-login.js';
import {judgeSqlLogin, judgeSqlName} from './sql/judge-login.js';
import {verdictOf} from './verdict-of.js';

/**
 * Tries a login, once and at one address. The row that it belongs to is proven anew before:
 * nobody is told a password who has not just shown to be what the answers say.
 */
export async function proveLogin(
	login: Login,
	context: ProbeContext,
): Promise<ProbeResult> {
	const {answers} = context;
	const row = rowFor(login, answers);
	const wrongName =
		login.for === 'sql'
			? judgeSqlName(login)
			: judgeMailName(login, {host: row.destination});
	if (wrongName !== undefined) {
		return makeResult(row, wrongName, null, context);
	}

	const findings = await probeRow(rowOfLogin(login), context);
	const journeys = findings.flatMap(finding => finding.journeys);
	const journey = journeys.find(each => isOpen(each, answers));
	if (journey !== undefined) {
		return tryAt(journey, login, row, context);
	}

	const [proven] = findings.map(({result}) => result);
	return proven === undefined
		? makeResult(row, judgement('probe.failed', 'not tried'), null, context)
		: waitFor(proven, row);
}

/**
 * What is told of a login that cannot be tried, since nobody has its password.
 * @param lack why, in a sentence
 */
export function withoutPassword(
	login: Pick<Login, 'for'>,
	lack: string,
	context: ProbeContext,
): ProbeResult {
	const named = lack.replace(/\.$/, '');
	// What is missing comes first: the end of a detail may be cut.
	const judged = judgement('login.no-password', `${named}; not tried`, {named});
	return makeResult(rowFor(login, context.answers), judged, null, context);
}

function rowFor(login: Pick<Login, 'for'>, answers: Answers): RowResult {
	const {host, port} = login.for === 'sql' ? answers.sql : answers.smtp;
	return {
		connection: {...rowOfLogin(login), id: idOfLogin(login)},
		source: answers.server.hostname,
		destination: host,
		port,
	};
}

/**
 * Whether the other end has shown that it takes logins, and encrypts where it is to. A SQL
 * Server that cannot encrypt at all is left to the login, which tells it apart.
 */
function isOpen({seen: {sql, smtp}}: Journey, answers: Answers): boolean {
	if (sql?.outcome === 'answered') {
		return sql.tls === undefined || sql.tls.outcome === 'established';
	}

	const isEncrypted = smtp?.tls?.outcome === 'established';
	return smtp?.hello?.code === 250 && (isEncrypted || answers.smtp.security === 'none');
}

/** What fails before a login is told by the row itself; what only warns there does not. */
function waitFor(proven: ProbeResult, {connection: {id}}: RowResult): ProbeResult {
	const verdict = proven.verdict === 'fail' ? 'skipped' : 'fail';
	return {...proven, id, verdict, detail: `not tried: ${proven.detail}`};
}

async function tryAt(
	{way: {address}, seen}: Journey,
	login: Login,
	row: RowResult,
	context: ProbeContext,
): Promise<ProbeResult> {
	const {answers, network, signal} = context;
	const {security} = answers.smtp;
	const notOffered =
		login.for === 'mail' && seen.smtp !== undefined
			? judgeMailOffer(login, seen.smtp, security)
			: undefined;
	if (notOffered !== undefined) {
		return makeResult(row, notOffered, seen, context);
	}

	const {destination: host, port} = row;
	const isStrict = seen.sql?.outcome === 'answered' && seen.sql.isStrict;
	const errand: LoginErrand =
		login.for === 'sql'
			? {...login, host, port, isStrict}
			: {...login, host, port, security};
	const tried = await network.logIn(address, errand, signal);
	const judged = judgeLogin(tried, errand) ?? judgeDial(tried);
	return makeResult(row, judged, tried, context, aboutWay(address, tried, judged));
}

function judgeLogin({sql, mail}: LoginSeen, errand: LoginErrand): Judgement | undefined {
	return errand.for === 'sql'
		? sql && judgeSqlLogin(sql, errand)
		: mail && judgeMailLogin(mail, errand, errand.security);
}

/** It was open a moment ago. */
function judgeDial({dialled: {outcome}}: LoginSeen): Judgement {
	return outcome === 'connected' || outcome === 'failed'
		? judgement('probe.failed', 'login: could not be tried')
		: judgement(`tcp.${outcome}`, 'login: no connection any more');
}

function aboutWay(
	address: Address,
	{dialled, sql, mail}: LoginSeen,
	judged: Judgement,
): AboutWay {
	const {cause, detail} = judged;
	const login = sql ?? mail;
	const stages = [
		{stage: 'tcp', milliseconds: dialled.milliseconds},
		...(login === undefined ? [] : [{stage: 'login', milliseconds: login.milliseconds}]),
	];
	return {
		address: formatAddress(address),
		milliseconds: stages.reduce((sum, {milliseconds}) => sum + milliseconds, 0),
		ways: [
			{
				via: address.family === 4 ? 'IPv4' : 'IPv6',
				address: formatAddress(address),
				verdict: verdictOf(judged),
				cause,
				detail,
				stages,
			},
		],
	};
}
