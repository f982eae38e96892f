import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {catalogue} from '../../../../source/catalogue/catalogue.js';
import {Failure} from '../../../../source/failure.js';
import {countVerdicts, type ProbeRun} from '../../../../source/probes/probe-result.js';
import {unicodeMarks} from '../../../../source/reports/marks.js';
import {HomeScreen} from '../../../../source/wizard/screens/home/home-screen.js';
import {LookContext} from '../../../../source/wizard/widgets/look.js';
import {
	exampleAnswers,
	type MachineRecord,
	recordedGeneration,
} from '../../../helpers/recorded-machine.js';
import {keys, mount} from '../../../helpers/screen.js';
import {asInEffect, probeContext} from '../../../probes/probe-context.js';
import {sampleResult} from '../../../reports/sample-results.js';
import {screenOn} from '../open-screen.js';

let screen: ReturnType<typeof mount>;
/** What the wizard was told beside the events. */
let told: unknown[];
afterEach(() => screen.unmount());

const open = (
	record: MachineRecord = {},
	answers = exampleAnswers,
	notice: string | undefined = undefined,
) => {
	const {props, sent} = screenOn(record);
	told = [];
	screen = mount(
		<HomeScreen
			{...props}
			answers={answers}
			notice={notice}
			onRun={found => told.push(found)}
			onLeave={() => told.push('left')}
		/>,
	);
	return sent;
};
const usual = {'mssql.uni.edu': ['10.60.0.11'], 'aa2.uni.edu': ['10.30.0.11']};
const policy = await probeContext().policy;
const asAnswered: MachineRecord = {
	inEffect: asInEffect()(policy),
	network: {names: usual},
};
const results = catalogue.map(({id}, index) =>
	sampleResult({id, verdict: index < 19 ? 'pass' : 'warn'}),
);
const run: ProbeRun = {
	schema: 1,
	startedAt: '2026-11-22T14:00:00.000Z',
	finishedAt: '2026-11-22T14:02:11.000Z',
	results,
	counts: countVerdicts(results),
};

test('tells which configuration was kept, by whom and when, and that it is as kept', async () => {
	open({...asAnswered, generations: [recordedGeneration(4, policy)]});
	await screen.shows(
		/Rules +generation 4, kept by jsmith from 10\.40\.0\.7 on 2026-11-20/,
	);
	assert.match(screen.text(), /Drift +none/);
});

test('tells that nothing was kept yet', async () => {
	open({network: {names: usual}});
	await screen.shows(/Rules +nothing was kept yet/);
});

test('tells how much somebody else has changed', async () => {
	const inEffect = asInEffect(rules => rules.filter(({id}) => id !== 'viewers'))(policy);
	open({...asAnswered, inEffect, generations: [recordedGeneration(4, policy)]});
	await screen.shows(/Drift +1 difference from what was kept/);
});

test('tells what somebody else has changed, in words', async () => {
	const inEffect = asInEffect(rules =>
		rules.map(rule =>
			rule.id === 'viewers' ? {...rule, peers: {kind: 'any'} as const} : rule,
		),
	)(policy);
	open({...asAnswered, inEffect, generations: [recordedGeneration(4, policy)]});
	await screen.shows(/Drift +1 difference from what was kept\n +changed: .*9999\/tcp/);
});

test('tells which answers were changed and not applied', async () => {
	const viewers = {subnets: ['10.20.0.0/16']};
	const smtp = {...exampleAnswers.smtp, port: 25};
	const generations = [recordedGeneration(4, policy)];
	open({...asAnswered, generations}, {...exampleAnswers, viewers, smtp});
	await screen.shows(/Not applied +changed since: Viewers, Mail/);
	await screen.shows(/Drift +none/);
});

test('tells when a name leads elsewhere than when the rules were kept', async () => {
	const names = {...usual, 'mssql.uni.edu': ['10.60.0.99']};
	const generations = [recordedGeneration(4, policy)];
	open({...asAnswered, network: {names}, generations});
	await screen.shows(/Drift +\d differences? from what the same answers mean today/);
	await screen.shows(/mssql\.uni\.edu was 10\.60\.0\.11 and is now 10\.60\.0\.99/);
});

test('tells what became of the last change', async () => {
	open(asAnswered, exampleAnswers, 'The last change was taken back.');
	await screen.shows(/! The last change was taken back\./);
});

test('tells how much was proven, when, and who must act on the rest', async () => {
	open({...asAnswered, results: run});
	await screen.shows(/Proven +19 of 22 rows, just now\n +for you, on this server: mssql/);
});

test('says that nothing has been probed yet', async () => {
	open(asAnswered);
	await screen.shows(/Proven +nothing has been probed yet/);
});

for (const [name, support, fact] of [
	['open', exampleAnswers.support, /Support +SSH open to 10\.40\.0\.0\/24/],
	[
		'closed',
		{enabled: false, sources: ['10.40.0.0/24']},
		/Support +SSH closed for everybody/,
	],
] as const) {
	test(`tells that SSH is ${name}`, async () => {
		const sources = [...support.sources];
		open(asAnswered, {...exampleAnswers, support: {...support, sources}});
		await screen.shows(fact);
	});
}

test('where only files are written it says that nothing takes effect', async () => {
	open({...asAnswered, backend: 'files'});
	await screen.shows(/nothing takes\s+effect on this server/);
});

test('when it cannot look, it says why, and the menu still works', async () => {
	const {props, sent} = screenOn({...asAnswered, results: run});
	const flow = {
		...props.flow,
		async driftFrom() {
			throw new Failure('command.failed', 'nft does not answer.', {
				remedies: ['Look at "systemctl status nftables".'],
			});
		},
	};
	screen = mount(
		<HomeScreen
			{...props}
			flow={flow}
			answers={exampleAnswers}
			notice={undefined}
			onRun={() => undefined}
			onLeave={() => undefined}
		/>,
	);
	await screen.shows(/nft does not answer\.[\s\S]*systemctl status nftables/);
	await screen.shows(/Rules +nothing was kept yet[\s\S]*Proven +19 of 22/);
	screen.type(keys.enter);
	assert.deepEqual(sent, [{type: 'opened', place: 'review'}]);
});

for (const [name, input, event] of [
	['Enter opens the settings', keys.enter, {type: 'opened', place: 'review'}],
	[
		'the third line probes',
		keys.down.repeat(2) + keys.enter,
		{type: 'opened', place: 'results'},
	],
	[
		'the fourth line waits for others to connect',
		keys.down.repeat(3) + keys.enter,
		{type: 'opened', place: 'knocks'},
	],
	[
		'the fifth line opens the documents',
		keys.down.repeat(4) + keys.enter,
		{type: 'opened', place: 'documents'},
	],
	[
		'the sixth line opens what was kept',
		keys.down.repeat(5) + keys.enter,
		{type: 'opened', place: 'generations'},
	],
	[
		'the seventh line collects evidence',
		keys.down.repeat(6) + keys.enter,
		{type: 'opened', place: 'evidence'},
	],
	['Ctrl-C asks whether to leave', keys.interrupt, {type: 'asked-to-leave'}],
] as const) {
	test(name, () => {
		const sent = open(asAnswered);
		screen.type(input);
		assert.deepEqual(sent, [event]);
	});
}

for (const [name, input] of [
	['the last line leaves', keys.down.repeat(9) + keys.enter],
	['Q leaves', 'q'],
] as const) {
	test(name, () => {
		const sent = open(asAnswered);
		screen.type(input);
		assert.deepEqual([sent, told], [[], ['left']]);
	});
}

test('the last results are looked at without probing', async () => {
	const sent = open({...asAnswered, results: run});
	await screen.shows(/19 of 22/);
	screen.type(keys.down + keys.enter);
	assert.deepEqual(told, [run]);
	assert.deepEqual(sent, [{type: 'opened', place: 'last-results'}]);
});

test('where there are none yet, it says so', async () => {
	const sent = open(asAnswered);
	await screen.shows(/nothing has been probed yet/);
	await screen.shows(/Look at the last results \(none yet\)/);
	screen.type(keys.down + keys.enter);
	await screen.shows(/There are no results yet\./);
	assert.deepEqual(sent, []);
});

test('in the smallest window a long notice pushes no line of the menu away', async () => {
	const {props} = screenOn({...asAnswered, backend: 'files'});
	const small = {columns: 60, rows: 20};
	const notice = 'The last change was taken back, and that took long. '.repeat(12);
	screen = mount(
		<LookContext value={{marks: unicodeMarks, ...small}}>
			<HomeScreen
				{...props}
				answers={exampleAnswers}
				notice={notice}
				onRun={() => undefined}
				onLeave={() => undefined}
			/>
		</LookContext>,
		small,
	);
	await screen.shows(/^ Rules[\s\S]*▸ Look at the settings[\s\S]* Leave\n\n ! The last/m);
	assert.equal(screen.text().split('\n').length, 20);
});

test('? tells what each line means, and Esc leads back', async () => {
	open(asAnswered);
	screen.type('?');
	await screen.shows(/Drift\n What is not as it was kept/);
	screen.type(keys.escape);
	await screen.shows(/Look at the settings/);
});
