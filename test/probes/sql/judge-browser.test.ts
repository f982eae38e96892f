import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {BrowserSeen, SqlInstance} from '../../../source/probes/sql/ask-browser.js';
import {judgeBrowser} from '../../../source/probes/sql/judge-browser.js';
import type {Dialled} from '../../../source/probes/tcp/dial-outcome.js';

const expected = {instance: 'ANALYTICS', port: 50_123};
const told = (...instances: readonly SqlInstance[]): BrowserSeen => ({
	dialled: {outcome: 'connected', code: undefined, milliseconds: 2},
	instances,
});
const untold = (outcome: Dialled['outcome'], code: string): BrowserSeen => ({
	dialled: {outcome, code, milliseconds: 2},
	instances: [],
});
const instance = (name: string, port: number | undefined): SqlInstance => ({
	name,
	version: '15.0.2000.5',
	port,
});

for (const [name, seen, cause, detail] of [
	[
		'the port of the answers',
		told(instance('ANALYTICS', 50_123)),
		null,
		/listens on 50123\/tcp/,
	],
	['it in small letters', told(instance('analytics', 50_123)), null, /50123/],
	['another port', told(instance('ANALYTICS', 50_124)), 'sql.other-port', /50124/],
	['no port', told(instance('ANALYTICS', undefined)), 'sql.no-tcp', /no TCP port/],
	[
		'other instances only',
		told(instance('HR', 1433), instance('HR', 1433)),
		'sql.no-instance',
		/^knows HR, not ANALYTICS$/,
	],
	['no instance', told(), 'sql.no-instance', /^knows none, not/],
	[
		'nothing, silently',
		untold('timeout', 'ETIMEDOUT'),
		'sql.browser-silent',
		/not answer/,
	],
	[
		'nothing, refused',
		untold('refused', 'ECONNREFUSED'),
		'sql.browser-silent',
		/not answer/,
	],
	['nothing, by our own rules', untold('prohibited', 'EPERM'), 'local.blocked', /own/],
] as const) {
	test(`SQL Browser that tells ${name} is judged ${cause ?? 'proven'}`, () => {
		const judged = judgeBrowser(seen, expected);
		assert.equal(judged.cause, cause);
		assert.match(judged.detail, detail);
	});
}
