import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {SqlLogin} from '../../../source/probes/login.js';
import {judgeSqlLogin, judgeSqlName} from '../../../source/probes/sql/judge-login.js';
import type {SqlLoginSeen} from '../../../source/probes/sql/login-seen.js';

const login: SqlLogin = {for: 'sql', account: {user: 'looker', password: 'secret'}};
const seen: SqlLoginSeen = {
	outcome: 'logged-in',
	errors: [],
	database: 'master',
	code: undefined,
	milliseconds: 20,
};
const refusedBy = (...numbers: readonly number[]): SqlLoginSeen => ({
	...seen,
	outcome: 'refused',
	errors: numbers.map(number => ({number, words: `error ${number}`})),
});

test('a login that works says as whom, and in which database', () => {
	const {cause, detail} = judgeSqlLogin(seen, login);
	assert.deepEqual([cause, detail], [null, 'logged in as looker, database master']);
});

for (const [numbers, cause, detail] of [
	[[18_456], 'sql.wrong-login', /wrong user name or password/],
	[[18_470], 'sql.login-disabled', /disabled/],
	[[18_486], 'sql.login-locked', /locked out/],
	[[18_487], 'sql.password-expired', /has expired/],
	[[18_488], 'sql.password-expired', /must be changed/],
	[[18_452], 'sql.domain-account', /account of a domain/],
	[[4060], 'sql.no-database', /cannot be opened/],
	[[4064], 'sql.no-database', /cannot be opened/],
	[[911], 'sql.no-database', /cannot be opened/],
	[[916], 'sql.database-forbidden', /no permission/],
	[[17_892], 'sql.login-refused', /error 17892/],
	// They come in company, in either order.
	[[4060, 18_456], 'sql.no-database', /cannot be opened/],
	[[18_456, 18_470], 'sql.login-disabled', /disabled/],
	[[17_892, 18_456], 'sql.wrong-login', /wrong/],
	[[], 'sql.login-refused', /refused/],
] as const) {
	test(`error ${numbers.join(' and ') || 'nothing'} is ${cause}`, () => {
		const judged = judgeSqlLogin(refusedBy(...numbers), login);
		assert.equal(judged.cause, cause);
		assert.match(judged.detail, detail);
	});
}

for (const [outcome, cause] of [
	['not-encrypted', 'sql.login-in-clear'],
	['tls-failed', 'sql.tls-failed'],
	['redirected', 'sql.redirected'],
	['timeout', 'sql.login-unanswered'],
	['closed', 'sql.login-unanswered'],
] as const) {
	test(`a login that ends as ${outcome} is ${cause}`, () => {
		assert.equal(judgeSqlLogin({...seen, outcome}, login).cause, cause);
	});
}

test('the remedy names the user, or the database that was asked for', () => {
	const named = (number: number, database?: string) =>
		judgeSqlLogin(refusedBy(number), {
			...login,
			...(database === undefined ? {} : {database}),
		}).named;
	assert.equal(named(18_456, 'analytics'), 'looker');
	assert.equal(named(4060, 'analytics'), 'the database "analytics"');
	assert.equal(named(4060), "the user's own database");
});

for (const user of ['UNI\\looker', 'looker@uni.edu']) {
	test(`"${user}" is refused before it is tried`, () => {
		const judged = judgeSqlName({...login, account: {user, password: 'secret'}});
		assert.equal(judged?.cause, 'sql.domain-account');
	});
}

for (const user of ['looker', 'sa', 'looker.reports-2', 'läser']) {
	test(`"${user}" may be an account of SQL Server`, () => {
		const judged = judgeSqlName({...login, account: {user, password: 'secret'}});
		assert.equal(judged, undefined);
	});
}
