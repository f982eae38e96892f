import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {checkAnswersFiles} from '../../source/answers/check-files.js';
import type {PlacedRemark} from '../../source/answers/remark.js';
import {sampleAnswers, temporaryFolder} from '../helpers/sample.js';

const base = `version: 1
viewers: {subnets: [10.20.0.0/16, 10.20.4.0/24]}
appsanywhere: {servers: [10.30.0.10]}
support: {enabled: true, sources: [10.40.0.0/24]}
sql: {host: mssql.uni.edu, udp: false}
smtp: {host: smtp.uni.edu}
time: {servers: [ntp.uni.edu]}
proxy: {url: "http://proxy.uni.edu", noProxy: [.uni.edu]}
`;
const host = 'server: {hostname: a1.uni.edu}\n';

/** What comes of files with these texts, in this order. */
async function checkTexts(context: TestContext, ...texts: readonly string[]) {
	const folder = await temporaryFolder(context);
	const paths = texts.map((_, index) => join(folder, `${index}.yaml`));
	await Promise.all(paths.map((path, index) => writeFile(path, texts[index] ?? '')));
	return checkAnswersFiles(paths);
}

/** `1.yaml:3 sql.port` */
function placesOf(remarks: readonly PlacedRemark[]): readonly string[] {
	return remarks.map(({file, line, path}) => `${basename(file)}:${line} ${path}`);
}

test('one file is checked, and a warning stands where the entry does', async context => {
	const {answers, faults, warnings} = await checkTexts(context, `${base}${host}`);
	assert.equal(answers?.server.hostname, 'a1.uni.edu');
	assert.deepEqual(faults, []);
	assert.deepEqual(placesOf(warnings), ['0.yaml:2 viewers.subnets[1]']);
});

test('each file alone may be incomplete; both together are the answers', async context => {
	const over = `${host}sql: {port: 1435}\nviewers: {subnets: [10.99.0.0/16]}\nproxy: {url: null}\n`;
	const {answers} = await checkTexts(context, base, over);
	assert.deepEqual(answers, {
		...sampleAnswers(),
		server: {hostname: 'a1.uni.edu'},
		viewers: {subnets: ['10.99.0.0/16']},
		appsanywhere: {servers: ['10.30.0.10']},
		sql: {host: 'mssql.uni.edu', port: 1435, udp: false},
		time: {servers: ['ntp.uni.edu']},
		proxy: {url: null, noProxy: ['.uni.edu']},
	});
});

for (const [name, over, places] of [
	['what is missing in all of them', 'sql: {port: 1}\n', ['1.yaml:1 server']],
	['a value of the later file', `${host}sql: {port: 0}\n`, ['1.yaml:2 sql.port']],
	[
		'an entry of its list',
		`${host}viewers:\n  subnets: [x]\n`,
		['1.yaml:3 viewers.subnets[0]'],
	],
	['a section that it empties', `${host}sql:\n`, ['1.yaml:2 sql']],
	['an unknown setting', `${host}smtp: {hst: a}\n`, ['1.yaml:2 smtp.hst']],
	['a text that cannot be read', `${host}a: [\n`, ['1.yaml:3 ']],
] as const) {
	test(`${name} is told where it was written`, async context => {
		const {answers, faults} = await checkTexts(context, base, over);
		assert.equal(answers, undefined);
		assert.deepEqual(placesOf(faults), places);
	});
}

test('a value of the earlier file is told there, although its section goes on later', async context => {
	const wrong = base.replace('mssql.uni.edu', '"my sql"');
	const {faults} = await checkTexts(context, wrong, `${host}sql: {port: 1435}\n`);
	assert.deepEqual(placesOf(faults), ['0.yaml:5 sql.host']);
});

test('what is missing in a list is told of the file whose list counts', async context => {
	const addition = 'direction: inbound, port: 1, protocol: tcp, usage: x';
	const {faults} = await checkTexts(
		context,
		`${base}extra: [{id: a, peer: 10.9.0.1, ${addition}}]\n`,
		`${host}extra: [{id: b, ${addition}}]\n`,
	);
	assert.deepEqual(placesOf(faults), ['1.yaml:2 extra[0].peer']);
});

test('files of different versions are refused, beside every other fault', async context => {
	const {faults} = await checkTexts(
		context,
		base,
		`version: 0\n${host}smtp: {port: 0}\n`,
	);
	assert.deepEqual(placesOf(faults), [
		...['1.yaml:1 version', '1.yaml:1 version', '1.yaml:3 smtp.port'],
	]);
	assert.match(faults[0]?.reason ?? '', /must agree, and "[^"]*0\.yaml" has another/);
});

test('files may agree in their version, and only one need have it', async context => {
	const {answers} = await checkTexts(
		context,
		base,
		`version: 1\n${host}`,
		'{dns: {servers: []}}',
	);
	assert.equal(answers?.version, 1);
});

test('faults are told in the order in which somebody meets them who reads the files', async context => {
	const {faults} = await checkTexts(
		context,
		`version: 1\nzzz: 1\nviewers: {subnets: [x]}\n`,
		`yyy: 1\nserver: {hostname: "a b"}\n`,
	);
	const places = placesOf(faults).filter(
		place => !/appsanywhere|sql|smtp|time|support/.test(place),
	);
	assert.deepEqual(places, [
		...['0.yaml:2 zzz', '0.yaml:3 viewers.subnets[0]'],
		...['1.yaml:1 yyy', '1.yaml:2 server.hostname'],
	]);
});

test('when two files cannot be read as YAML, both are told', async context => {
	const {faults} = await checkTexts(context, 'a: [\n', base, '');
	assert.deepEqual(placesOf(faults), ['0.yaml:2 ', '2.yaml:1 ']);
});
