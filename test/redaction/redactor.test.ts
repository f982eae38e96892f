import assert from 'node:assert/strict';
import {test} from 'node:test';
import {redactorFor} from '../../source/redaction/redactor.js';

/** Redacts a text, and tells what was taken for a secret in the place of its token. */
function redact(text: string): string {
	const found = new Map<string, string>();
	const nameOf = (secret: string) => {
		const token = `[secret-${String(found.size).padStart(8, '0')}]`;
		found.set(token, secret);
		return token;
	};
	const words = redactorFor({nameOf}).redact(text);
	return [...found].reduceRight(
		(shown, [token, secret]) => shown.replaceAll(token, () => `[${secret}]`),
		words,
	);
}

for (const [where, text, expected] of [
	[
		'a URL',
		'proxy http://looker:pw1@proxy:3128 set',
		'proxy http://looker:[pw1]@proxy:3128 set',
	],
	['a URL, encoded', 'http://looker:p%40ss@proxy', 'http://looker:[p@ss]@proxy'],
	[
		'a URL, with what should have been encoded',
		'http://l:p@s/s#w?d@proxy/x',
		'http://l:[p@s/s#w?d]@proxy/x',
	],
	['a URL without a user', 'http://pw1@proxy', 'http://[pw1]@proxy'],
	[
		'a URL that has no scheme',
		'url: looker:pw1@proxy:3128',
		'url: looker:[pw1]@proxy:3128',
	],
	[
		'a header',
		'Proxy-Authorization: Basic bG9va2VyOnB3MTIz',
		'Proxy-Authorization: Basic [pw123]',
	],
	['a bearer header', 'authorization: Bearer abc.def', 'authorization: Bearer [abc.def]'],
	[
		'a header in JSON',
		'{"authorization":"Bearer abc","x":1}',
		'{"authorization":"Bearer [abc]","x":1}',
	],
	[
		'a list of headers',
		"['Authorization', 'Basic bG9va2VyOnB3MTIz']",
		"['Authorization', 'Basic [pw123]']",
	],
	[
		'a digest',
		'Authorization: Digest username="x", response="ab"\nnext',
		'Authorization: Digest [username="x", response="ab"]\nnext',
	],
	[
		'a cookie',
		'Set-Cookie: sid=abc; Path=/\nnext',
		'Set-Cookie: [sid=abc; Path=/]\nnext',
	],
	['SMTP', 'AUTH PLAIN AGxvb2tlcgBwdzEyMw==', 'AUTH PLAIN [pw123]'],
	['a setting', 'password=pw1', 'password=[pw1]'],
	[
		'INI, with spaces',
		'[sql]\npassword = two words\nhost = x',
		'[sql]\npassword = [two words]\nhost = x',
	],
	['an environment', 'LOOKER_DB_PASS=pw1', 'LOOKER_DB_PASS=[pw1]'],
	[
		'YAML',
		'sql:\n  password: two words\n  host: x',
		'sql:\n  password: [two words]\n  host: x',
	],
	['YAML, in quotes', "  pwd: 'it''s'\n", "  pwd: '[it's]'\n"],
	[
		'YAML, on lines of its own',
		'secret: |\n  one\n  two\nnext: x',
		'secret: |\n  [one\n  two]\nnext: x',
	],
	['YAML, on the next line', 'password:\n  pw1\nnext: x', 'password:\n  [pw1]\nnext: x'],
	['YAML, in braces', '{user: x, password: pw1}', '{user: x, password: [pw1]}'],
	['JSON', '{"apiKey": "a\\"b", "b": "c"}', '{"apiKey": "[a"b]", "b": "c"}'],
	[
		'JSON in JSON',
		'{"said": "{\\"password\\":\\"pw1\\"}"}',
		'{"said": "{\\"password\\":\\"[pw1]\\"}"}',
	],
	[
		'a connection string',
		'Server=x;User ID=l;Password=pw1;Encrypt=yes',
		'Server=x;User ID=l;Password=[pw1];Encrypt=yes',
	],
	[
		'a connection string of ODBC',
		'UID=l;PWD={a;b}};c};Encrypt=yes',
		'UID=l;PWD={[a;b}};c]};Encrypt=yes',
	],
	['a query', '/x?token=abc&page=2', '/x?token=[abc]&page=2'],
	['XML', '<password>pw1</password>', '<password>[pw1]</password>'],
	['an argument', 'sqlcmd --password pw1 -S x', 'sqlcmd --password [pw1] -S x'],
	['a short argument', 'openssl x --pass pw1 -in y', 'openssl x --pass [pw1] -in y'],
	['an argument of curl', 'curl -u looker:pw1 http://x', 'curl -u looker:[pw1] http://x'],
	[
		'.netrc',
		'machine x login looker password pw1',
		'machine x login looker password [pw1]',
	],
	[
		'SQL',
		"CREATE LOGIN x WITH PASSWORD = N'pw1'",
		"CREATE LOGIN x WITH PASSWORD = N'[pw1]'",
	],
	[
		'SendGrid',
		'key SG.abcdefghijklmnop1234.ABCDEFGHIJKLMNOPQRSTUVWX ok',
		'key [SG.abcdefghijklmnop1234.ABCDEFGHIJKLMNOPQRSTUVWX] ok',
	],
	[
		'a JSON web token',
		'id eyJhbGciOiJI.eyJzdWIiOiIx.c2ln ok',
		'id [eyJhbGciOiJI.eyJzdWIiOiIx.c2ln] ok',
	],
	['a hash', 'root:$6$salt$hashhashhash:1', 'root:[$6$salt$hashhashhash]:1'],
	[
		'a private key',
		'a\n-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\nb',
		'a\n-----BEGIN OPENSSH PRIVATE KEY-----[\nAAAA\n]-----END OPENSSH PRIVATE KEY-----\nb',
	],
	[
		'a private key without an end',
		'-----BEGIN PRIVATE KEY-----\nAAAA\n',
		'-----BEGIN PRIVATE KEY-----[\nAAAA\n]',
	],
	[
		'a private key without a beginning',
		'a:\nMIIEowIBAAKCAQEA\nMIIEowIBAAKCAQEB\n-----END RSA PRIVATE KEY-----',
		'a:\n[MIIEowIBAAKCAQEA\nMIIEowIBAAKCAQEB\n]-----END RSA PRIVATE KEY-----',
	],
] as const) {
	test(`a secret is found in ${where}`, () => {
		assert.equal(redact(text), expected);
	});
}

for (const text of [
	'250-AUTH PLAIN LOGIN CRAM-MD5',
	'{"counts": {"pass": 22, "fail": 0}, "verdict": "pass"}',
	'"password": {"env": "SQL_PASSWORD"}',
	'password: {env: SQL_PASSWORD}',
	'password: null',
	':root { --pass: #17692f; color: var(--pass); }',
	'Password authentication failed for user looker',
	'mail from:it@uni.edu to it@uni.edu',
	'at file:///usr/lib/node_modules/@scope/x/index.js:3:4',
	'systemd[1]: Started user@1000.service: fine.',
	'https://license.looker.com:443/ answered in 20 ms',
	'tcp dport 9999 ip saddr @viewers accept comment "viewers"',
	'-----BEGIN CERTIFICATE-----\nMIIEowIBAAKCAQEA\n-----END CERTIFICATE-----',
	'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI root@analytics',
	'password=[secret-0123abcd]',
]) {
	test(`there is no secret in ${JSON.stringify(text)}`, () => {
		assert.equal(redact(text), text);
	});
}
