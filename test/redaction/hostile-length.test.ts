import assert from 'node:assert/strict';
import process from 'node:process';
import {test} from 'node:test';
import {redactorFor} from '../../source/redaction/redactor.js';

const secrets = [{user: 'looker', value: 'aaaaaaaaaaaaaaaaaaab'}, {value: 'x y"z\\'}];

/** Microseconds of the processor; of a few tries the shortest. */
function effortOf(text: string): number {
	const tries = Array.from({length: 2}, () => {
		const {redact} = redactorFor({secrets});
		const start = process.cpuUsage();
		redact(text);
		const {user, system} = process.cpuUsage(start);
		return user + system;
	});
	return Math.min(...tries);
}

const small = 16 * 1024;
const times = 16;

for (const unit of [
	'a',
	' ',
	'\\',
	'\n',
	'\n ',
	'ab\n',
	'://',
	'@',
	':',
	'a:@',
	'http://a:b',
	'http://a:b@c ',
	'password=',
	'password="',
	"password='",
	'password=\\"',
	'password={a ',
	'password: |\n  ',
	'password:\n ',
	'password ',
	'pass=;',
	'<password>',
	'token-',
	'Authorization: Basic ',
	'Authorization: Digest ',
	'cookie: ',
	'AUTH PLAIN ',
	'-----BEGIN PRIVATE KEY-----',
	'-----END PRIVATE KEY-----',
	'PRIVATE KEY-----',
	'MIIEowIBAAKCAQEAMIIE\n',
	'eyJ',
	'eyJaaaa.',
	'SG.',
	'$6$',
	'ghp_',
	'login a password ',
	'-u a:',
	'YWFhYWFh',
] as const) {
	for (const [how, text] of [
		['alone', (length: number) => unit.repeat(Math.ceil(length / unit.length))],
		[
			'behind the name of a secret',
			(length: number) => `password="${unit.repeat(Math.ceil(length / unit.length))}`,
		],
	] as const) {
		test(`a long text of ${JSON.stringify(unit)} ${how} takes time in proportion`, () => {
			const least = effortOf(text(small));
			const most = effortOf(text(small * times));
			// In proportion it is 16 times as much; with the square of the length 256 times.
			assert.ok(most < (least + 2000) * times * 4, `${least} µs became ${most} µs`);
		});
	}
}
