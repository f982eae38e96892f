import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {test} from 'node:test';
import {answersFileText} from '../../source/answers/answers-file-text.js';
import {checkAnswers} from '../../source/answers/check.js';
import {sampleAnswers} from '../helpers/sample.js';
import {keys} from './keys.js';
import {ownRoot} from './own-root.js';
import {answerPage, pages, review} from './walk.js';

const {inside, wizard} = ownRoot();

// In addresses only, so that no name has to be resolved.
const answers = sampleAnswers({
	appsanywhere: {servers: ['10.30.0.10', '2001:db8:30::10']},
	sql: {
		...{host: '10.60.0.11', port: 1435, udp: false},
		login: {user: 'on', password: {env: 'SQL_PASSWORD'}, database: 'Analytics'},
	},
	smtp: {
		...({host: '10.61.0.25', port: 25, security: 'none'} as const),
		login: {user: 'apikey', password: {env: 'SMTP_PASSWORD'}},
	},
	time: {servers: ['10.62.0.123']},
	dns: {servers: ['10.0.0.53']},
	proxy: {url: 'http://10.63.0.8:3128', noProxy: ['.uni.edu', '10.0.0.0/8']},
	outbound: {mode: 'open'},
	extra: [
		{
			...({id: 'backup', direction: 'inbound', peer: '10.9.0.1', port: 9102} as const),
			...({protocol: 'tcp', usage: 'no: "quoted" # 🙂'} as const),
		},
	],
	notes: {'sql.host': 'the port is opened on Monday', 'proxy.url': 'RT 4711: moved'},
});

test('a file that goes through every page untouched is written as it was', async () => {
	const text = answersFileText(answers);
	const path = inside('site.yaml');
	await writeFile(path, text);
	const terminal = wizard({}, ['--answers', path]);
	await terminal.shows(/The answers are those of\s+\S+site\.yaml/);
	terminal.type(keys.enter);
	await terminal.shows(review);
	for (const {question} of pages.toReversed()) {
		terminal.type(keys.escape);
		await terminal.shows(question);
	}

	for (const [index, fields] of [1, 1, 1, 2, 4, 3, 2, 1].entries()) {
		await answerPage(terminal, index, keys.enter.repeat(fields));
	}

	terminal.type('s');
	await terminal.shows(/Saved, and nothing applied/);
	const saved = await readFile(inside('etc/analytics-setup/config.json'), 'utf8');
	const {answers: kept} = checkAnswers(JSON.parse(saved));
	assert.equal(kept && answersFileText(kept), text);
});

test('two files are named, and begun with together', async () => {
	const {server, ...others} = answers;
	await writeFile(inside('base.json'), JSON.stringify(others));
	await writeFile(inside('host.yaml'), 'server: {hostname: a1.uni.edu}\n');
	const files = [inside('base.json'), inside('host.yaml')];
	const terminal = wizard(
		{},
		files.flatMap(file => ['--answers', file]),
	);
	await terminal.shows(/The answers are those of\s+\S+base\.json\s+and\s+\S+host\.yaml/);
	terminal.type(keys.enter);
	await terminal.shows(/1 Server +a1\.uni\.edu/);
});
