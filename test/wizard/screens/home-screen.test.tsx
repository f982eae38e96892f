import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {catalogue} from '../../../source/catalogue/catalogue.js';
import {Failure} from '../../../source/failure.js';
import {countVerdicts, type ProbeRun} from '../../../source/probes/probe-result.js';
import {HomeScreen} from '../../../source/wizard/screens/home-screen.js';
import {
	exampleAnswers,
	type MachineRecord,
	recordedGeneration,
} from '../../helpers/recorded-machine.js';
import {keys, mount} from '../../helpers/screen.js';
import {asInEffect, probeContext} from '../../probes/probe-context.js';
import {sampleResult} from '../../reports/sample-results.js';
import {screenOn} from './open-screen.js';

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

const open = (
	record: MachineRecord = {},
	answers = exampleAnswers,
	notice: string | undefined = undefined,
) => {
	const {props, sent} = screenOn(record);
	screen = mount(<HomeScreen {...props} answers={answers} notice={notice} />);
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

test('tells when the answers ask for something else than what was kept', async () => {
	const viewers = {subnets: ['10.20.0.0/16']};
	const generations = [recordedGeneration(4, policy)];
	open({...asAnswered, generations}, {...exampleAnswers, viewers});
	await screen.shows(/Drift +1 difference from your answers/);
});

test('tells what became of the last change', async () => {
	open(asAnswered, exampleAnswers, 'The last change was taken back.');
	await screen.shows(/! The last change was taken back\./);
});

test('tells how much was proven, and when', async () => {
	open({...asAnswered, results: run});
	await screen.shows(/Proven +19 of 22 on 2026-11-22 14:02 UTC/);
});

test('says that nothing has been probed yet', async () => {
	open(asAnswered);
	await screen.shows(/Proven +nothing has been probed yet/);
});

for (const [name, support, fact] of [
	['open', exampleAnswers.support, /SSH +open to 10\.40\.0\.0\/24/],
	['closed', {enabled: false, sources: ['10.40.0.0/24']}, /SSH +closed for everybody/],
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
	const {props, sent} = screenOn(asAnswered);
	const flow = {
		...props.flow,
		async driftFrom() {
			throw new Failure('command.failed', 'nft does not answer.', {
				remedies: ['Look at "systemctl status nftables".'],
			});
		},
	};
	screen = mount(
		<HomeScreen {...props} flow={flow} answers={exampleAnswers} notice={undefined} />,
	);
	await screen.shows(/nft does not answer\.[\s\S]*systemctl status nftables/);
	screen.type(keys.enter);
	assert.deepEqual(sent, [{type: 'opened', place: 'review'}]);
});

for (const [name, input, event] of [
	['Enter opens the settings', keys.enter, {type: 'opened', place: 'review'}],
	['Down and Enter probe', keys.down + keys.enter, {type: 'opened', place: 'results'}],
	[
		'the third line waits for others to connect',
		keys.down.repeat(2) + keys.enter,
		{type: 'opened', place: 'knocks'},
	],
	[
		'the fourth line opens what was kept',
		keys.down.repeat(3) + keys.enter,
		{type: 'opened', place: 'generations'},
	],
	[
		'the last line asks whether to leave',
		keys.down.repeat(5) + keys.enter,
		{type: 'asked-to-leave'},
	],
	['Ctrl-C asks whether to leave', keys.interrupt, {type: 'asked-to-leave'}],
] as const) {
	test(name, () => {
		const sent = open(asAnswered);
		screen.type(input);
		assert.deepEqual(sent, [event]);
	});
}
