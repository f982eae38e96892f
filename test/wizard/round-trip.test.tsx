import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {readAnswersText} from '../../source/answers/answers-document.js';
import {answersFileText} from '../../source/answers/answers-file-text.js';
import {checkAnswers} from '../../source/answers/check.js';
import type {Answers, Draft} from '../../source/answers/schema.js';
import {flowOn} from '../../source/flow/flow.js';
import {unicodeMarks} from '../../source/reports/marks.js';
import {answersOf} from '../../source/wizard/answers-of.js';
import {App} from '../../source/wizard/app.js';
import {judgeStep} from '../../source/wizard/step.js';
import {steps} from '../../source/wizard/steps/index.js';
import {validAnswers} from '../helpers/arbitrary-answers.js';
import {exampleFacts, recordedMachine} from '../helpers/recorded-machine.js';
import {sampleAnswers} from '../helpers/sample.js';
import {keys, mount} from '../helpers/screen.js';

const odd = sampleAnswers({
	sql: {
		...{host: 'mssql.uni.edu', port: 1435, udp: false, instance: 'no'},
		login: {user: 'on', password: {env: 'SQL_PASSWORD'}, database: 'Analytics'},
	},
	smtp: {
		...({host: 'smtp.uni.edu', port: 25, security: 'none'} as const),
		login: {user: 'apikey', password: {fd: 3}},
	},
	dns: {servers: ['10.0.0.53']},
	proxy: {url: 'http://proxy.uni.edu:3128', noProxy: ['.uni.edu', '*']},
	outbound: {mode: 'open'},
	extra: [
		{
			...({id: 'backup', direction: 'inbound', peer: '10.9.0.1', port: 9102} as const),
			...({protocol: 'tcp', usage: 'no: "quoted" # 🙂'} as const),
		},
	],
	notes: {'appsanywhere.servers[1]': 'bought', 'smtp.host': 'RT 4711: moved'},
});

function answersIn(text: string): Answers {
	const {document} = readAnswersText('site.yaml', text);
	return checkAnswers(document?.settings).answers ?? assert.fail();
}

function draftOf({version: _version, ...sections}: Answers): Draft {
	return sections;
}

test('whatever a file says, every page that is accepted untouched leaves it as it is', () => {
	fc.assert(
		fc.property(validAnswers, answers => {
			let draft = draftOf(answers);
			for (const step of steps) {
				const values = step.valuesFrom(draft, exampleFacts);
				const {patch, faults} = judgeStep(step, values, draft);
				assert.deepEqual([...faults], []);
				draft = {...draft, ...patch};
			}

			assert.deepEqual(answersOf(draft), answers);
		}),
	);
});

test('a file that goes through every page by Enter is written as it was', async context => {
	const text = answersFileText(odd);
	const machine = recordedMachine({
		network: {
			names: {'aa2.uni.edu': 'nxdomain', 'smtp.uni.edu': 'nxdomain'},
			instances: {'192.0.2.1:1434': [{name: 'no', version: '16.0.1000.6', port: 1435}]},
		},
	});
	const wizard = mount(
		<App
			machine={machine}
			flow={flowOn(machine)}
			draft={{answers: draftOf(answersIn(text)), typed: {}}}
			isConfigured={false}
			isInEffect={false}
			marks={unicodeMarks}
			notice={undefined}
			trialSeconds={120}
		/>,
		{columns: 80, rows: 24},
	);
	context.after(() => wizard.unmount());
	wizard.type(keys.enter);
	await wizard.shows(/● Review/);
	for (const {title} of steps.toReversed()) {
		wizard.type(keys.escape);
		await wizard.shows(new RegExp(`● ${title}`));
	}

	for (const [index, {id, fields}] of steps.entries()) {
		// Where a name was kept that does not work, the reason is one field more.
		const isKept = ['servers', 'mail'].includes(id);
		wizard.type(keys.enter.repeat(fields.length + (isKept ? 1 : 0)));
		await wizard.shows(new RegExp(`● ${steps[index + 1]?.title ?? 'Review'}`));
	}

	wizard.type('s');
	await wizard.shows(/Saved, and nothing applied/);
	const saved = await machine.answers.read();
	assert.ok(saved);
	assert.equal(answersFileText(saved), text);
});
