import assert from 'node:assert/strict';
import {test} from 'node:test';
import {checkAnswers} from '../../source/answers/check.js';
import {sampleInput} from '../helpers/sample.js';

/** The faults of the example with some sections replaced, by path. */
function faultsWith(sections: Readonly<Record<string, unknown>>) {
	const {faults} = checkAnswers({...sampleInput(), ...sections});
	return new Map(faults.map(({path, value, reason}) => [path, {value, reason}]));
}

test('the answers file that we hand out is valid, without a warning', () => {
	const {answers, faults, warnings} = checkAnswers(sampleInput());
	assert.deepEqual(faults, []);
	assert.deepEqual(warnings, []);
	assert.equal(answers?.sql.host, 'mssql.uni.edu');
});

test('what may be left out gets its documented default', () => {
	const {
		dns: _dns,
		proxy: _proxy,
		outbound: _outbound,
		extra: _extra,
		notes: _notes,
		...rest
	} = sampleInput();
	const {answers} = checkAnswers({
		...rest,
		sql: {host: 'mssql.uni.edu'},
		smtp: {host: 'smtp.uni.edu'},
	});
	assert.ok(answers);
	assert.deepEqual(answers.dns, {servers: []});
	assert.deepEqual(answers.proxy, {url: null, noProxy: []});
	assert.deepEqual(answers.outbound, {mode: 'ports'});
	assert.deepEqual(answers.extra, []);
	assert.deepEqual(answers.notes, {});
	assert.deepEqual(answers.sql, {host: 'mssql.uni.edu', port: 1433, udp: true});
	assert.deepEqual(answers.smtp, {host: 'smtp.uni.edu', port: 587, security: 'starttls'});
});

test('every fault is told at once, with its path, its value and the reason', () => {
	const faults = faultsWith({
		server: {hostname: 'https://uni.edu'},
		viewers: {subnets: ['10.20.0.0/16', '10.20.0.0/33', '300.1.1.1']},
		appsanywhere: {servers: ['aa_1.uni.edu']},
		sql: {host: 'mssql.uni.edu', port: 0, udp: true},
		smtp: {host: 'smtp.uni.edu', port: 70_000, security: 'starttls'},
		time: {servers: ['ntp..uni.edu']},
		dns: {servers: ['dns.uni.edu']},
	});
	const port = 'A port is a whole number from 1 to 65535.';
	for (const [path, value, reason] of [
		['server.hostname', 'https://uni.edu', /without a protocol/],
		['viewers.subnets[1]', '10.20.0.0/33', /at most \/32/],
		['viewers.subnets[2]', '300.1.1.1', /should look like 192\.0\.2\.10/],
		['appsanywhere.servers[0]', 'aa_1.uni.edu', /letters, digits and hyphens/],
		['sql.port', 0, new RegExp(`^${port}$`)],
		['smtp.port', 70_000, new RegExp(`^${port}$`)],
		['time.servers[0]', 'ntp..uni.edu', /dots/],
		['dns.servers[0]', 'dns.uni.edu', /not an IPv4 address/],
	] as const) {
		assert.deepEqual(faults.get(path)?.value, value, path);
		assert.match(faults.get(path)?.reason ?? '', reason);
	}

	assert.equal(faults.size, 8);
});

test('a fault in one of the additions does not hide that an id is used twice', () => {
	const extra = {
		direction: 'inbound',
		peer: '10.9.0.1',
		protocol: 'tcp',
		usage: 'Backup',
	};
	const faults = faultsWith({
		extra: [
			{...extra, id: 'backup', port: 9101, direction: 'sideways'},
			{...extra, id: 'backup', port: 9102},
		],
	});
	assert.deepEqual([...faults.keys()].toSorted(), ['extra[0].direction', 'extra[1].id']);
});

test('an id that is used twice is told where it stands the second time', () => {
	const extra = {
		direction: 'inbound',
		peer: '10.9.0.1',
		protocol: 'tcp',
		usage: 'Backup',
	};
	const faults = faultsWith({
		extra: [
			{...extra, id: 'backup', port: 9101},
			{...extra, id: 'backup', port: 9102},
		],
	});
	assert.deepEqual(
		[...faults],
		[['extra[1].id', {value: 'backup', reason: 'The id "backup" is used twice.'}]],
	);
});

for (const [path, section, value] of [
	['firewall', 'firewall', {}],
	['server.name', 'server', {hostname: 'a.uni.edu', name: 'b'}],
	['viewers.subnet', 'viewers', {subnets: ['10.0.0.0/24'], subnet: 1}],
	['appsanywhere.server', 'appsanywhere', {servers: [], server: 1}],
	['support.source', 'support', {enabled: false, sources: [], source: 1}],
	['sql.pasword', 'sql', {host: 'a', pasword: 'x'}],
	['smtp.user', 'smtp', {host: 'a', user: 'x'}],
	['time.pool', 'time', {servers: [], pool: 'x'}],
	['dns.search', 'dns', {servers: [], search: 'x'}],
	['proxy.https', 'proxy', {url: null, https: 'x'}],
	['outbound.strict', 'outbound', {mode: 'ports', strict: true}],
	[
		'extra[0].note',
		'extra',
		[
			{
				...{id: 'a', direction: 'inbound', peer: '10.0.0.1', port: 1, protocol: 'tcp'},
				...{usage: '', note: 'x'},
			},
		],
	],
] as const) {
	test(`the unknown setting ${path} is a fault`, () => {
		const faults = faultsWith({[section]: value});
		assert.deepEqual([...faults.keys()], [path]);
		assert.equal(faults.get(path)?.reason, 'There is no such setting.');
	});
}

for (const [section, path] of [
	['version', 'version'],
	['server', 'server'],
	['viewers', 'viewers'],
	['appsanywhere', 'appsanywhere'],
	['support', 'support'],
	['sql', 'sql'],
	['smtp', 'smtp'],
	['time', 'time'],
] as const) {
	test(`without ${section} the answers say that it is missing`, () => {
		const faults = faultsWith({[section]: undefined});
		assert.deepEqual([...faults.keys()], [path]);
		assert.equal(faults.get(path)?.reason, 'This setting is missing.');
	});
}

for (const [name, input] of [
	['nothing', null],
	['a list', []],
	['a word', 'answers'],
	['a number', 1],
] as const) {
	test(`${name} in place of the answers is one fault, of the file as a whole`, () => {
		const {answers, faults} = checkAnswers(input);
		assert.equal(answers, undefined);
		assert.deepEqual(
			faults.map(({path}) => path),
			[''],
		);
		assert.match(faults[0]?.reason ?? '', /must be settings with a name each/);
	});
}

test('a name that does not work yet may be kept with a note', () => {
	const notes = {
		'server.hostname': 'added to the DNS on Monday',
		'appsanywhere.servers[1]': 'bought, not there yet',
		'time.servers[10]': '',
		'sql.host': 'the port is opened on Monday',
		'sql.instance': 'x'.repeat(200),
		'smtp.host': 'RT 4711: “relay”',
		'proxy.url': 'being moved',
	};
	const {answers, faults} = checkAnswers({...sampleInput(), notes});
	assert.deepEqual(faults, []);
	assert.deepEqual(answers?.notes, notes);
});

for (const [path, note, reason] of [
	['sql.port', 'later', /by the path of a name, for example sql\.host/],
	['viewers.subnets[0]', 'later', /by the path of a name/],
	['time.servers', 'later', /by the path of a name/],
	['time.servers[01]', 'later', /by the path of a name/],
	['sql.host', 'x'.repeat(201), /^At most 200 characters\.$/],
	['sql.host', 'two\nlines', /^Only one line of plain text\.$/],
	['sql.host', 'blue\u001B[34m', /^Only one line of plain text\.$/],
	['sql.host', 5, /must be a text, not a number/],
] as const) {
	test(`a note ${JSON.stringify(note).slice(0, 20)} on ${path} is refused, with its reason`, () => {
		const [told, ...others] = checkAnswers({
			...sampleInput(),
			notes: {[path]: note},
		}).faults;
		assert.deepEqual(others, []);
		assert.match(told?.reason ?? '', reason);
		assert.match(told?.path ?? '', /^notes\."/);
	});
}

test('remote support that is enabled for nobody is refused, whatever else is wrong', () => {
	const faults = faultsWith({
		support: {enabled: true, sources: []},
		sql: {host: 'mssql.uni.edu', port: 'x'},
	});
	assert.deepEqual([...faults.keys()], ['support.sources', 'sql.port']);
	assert.match(faults.get('support.sources')?.reason ?? '', /nobody is named/);
});

test('remote support that is disabled needs no source', () => {
	assert.equal(faultsWith({support: {enabled: false, sources: []}}).size, 0);
});

for (const mode of ['ports', 'destinations', 'open']) {
	test(`outbound traffic can be limited to: ${mode}`, () => {
		assert.equal(faultsWith({outbound: {mode}}).size, 0);
	});
}

test('an unknown outbound mode is answered with those that there are', () => {
	const reason =
		faultsWith({outbound: {mode: 'strict'}}).get('outbound.mode')?.reason ?? '';
	assert.equal(reason, 'The mode is "ports", "destinations" or "open".');
});
