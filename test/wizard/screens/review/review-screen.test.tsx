import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {Text} from 'ink';
import type {Answers} from '../../../../source/answers/schema.js';
import {Failure} from '../../../../source/failure.js';
import {unicodeMarks} from '../../../../source/reports/marks.js';
import {ReviewScreen} from '../../../../source/wizard/screens/review/review-screen.js';
import {steps} from '../../../../source/wizard/steps/index.js';
import {LookContext} from '../../../../source/wizard/widgets/look.js';
import {
	exampleAnswers,
	type MachineRecord,
	recordedGeneration,
} from '../../../helpers/recorded-machine.js';
import {keys, mount, pasted, until} from '../../../helpers/screen.js';
import {reviewedOn, screenOn} from '../open-screen.js';

// A window in which all of it is seen at once.
const tall = {marks: unicodeMarks, columns: 80, rows: 50};
let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

const open = async (record: MachineRecord = {}, changes: Partial<Answers> = {}) => {
	const {props, sent, machine} = screenOn(record);
	const answers = {...exampleAnswers, ...changes};
	screen = mount(
		<LookContext value={tall}>
			<ReviewScreen {...props} answers={answers} progressLine={<Text>steps</Text>} />
		</LookContext>,
	);
	await screen.shows(/What will/);
	return {sent, asked: machine.asked};
};
const words = () => screen.text().replaceAll(/\s+/g, ' ');

test('tells in words what will change, and that nothing has', async () => {
	await open();
	assert.match(words(), /\+ 10\.20\.0\.0\/16, 2001:db8:20::\/48 may reach 9999\/tcp/);
	assert.match(words(), /\+ 10\.40\.0\.0\/24 may reach 22\/tcp/);
	assert.match(
		words(),
		/this server may reach mssql\.uni\.edu \(192\.0\.2\.1\) on 1433\/tcp/,
	);
	assert.match(words(), /Nothing has been changed yet/);
	screen.type(keys.end);
	await screen.shows(/also kept open because the host needs it/);
	assert.match(words(), /10\.62\.0\.53/);
});

test('A accepts it, once', async () => {
	const {sent} = await open();
	screen.type('A');
	assert.deepEqual(
		sent.map(({type}) => type),
		['accepted'],
	);
});

test('whoever would be shut out is named before A', async () => {
	await open({sshClient: '10.99.0.7'});
	assert.match(
		words(),
		/✗ You are connected from 10\.99\.0\.7 and could not log in again/,
	);
});

test('it says how long one has, and that the old rules come back', async () => {
	await open();
	assert.match(
		words(),
		/Nothing has been changed yet\. When you apply, you have 120 seconds to keep the new rules; otherwise the old ones come back by themselves\./,
	);
});

test('an earlier configuration is looked at as it is', async () => {
	const {props, sent, machine} = screenOn({sshClient: '10.40.0.7'});
	const {plan} = await reviewedOn(props);
	const generation = recordedGeneration(3, plan.policy);
	screen = mount(
		<LookContext value={tall}>
			<ReviewScreen
				{...props}
				answers={generation.answers}
				generation={generation}
				progressLine={<Text>steps</Text>}
			/>
		</LookContext>,
	);
	await screen.shows(/To generation 3, kept by jsmith from 10\.40\.0\.7 on 2026-11-20/);
	await screen.shows(/may reach 9999/);
	screen.type('s2');
	screen.type('s');
	screen.type('2');
	assert.equal(sent.length, 0);
	assert.ok(!machine.asked.includes('save answers'));
	screen.type('a');
	const event = sent.at(-1);
	assert.ok(event?.type === 'accepted');
	assert.equal(event.reviewed.generation, generation);
});

for (const record of [
	{sshClient: '10.40.0.7'},
	{sshClient: '10.99.0.7', backend: 'files'},
] satisfies readonly MachineRecord[]) {
	test(`${JSON.stringify(record)} locks nobody out`, async () => {
		const {sent} = await open(record);
		screen.type('a');
		assert.deepEqual(
			sent.map(({type}) => type),
			['accepted'],
		);
	});
}

test('R shows the rules as they are loaded, and R again the words', async () => {
	await open();
	screen.type('r');
	await screen.shows(/ruleset\.nft\s+# \d+ rules/);
	assert.doesNotMatch(words(), /may reach/);
	screen.type('r');
	await screen.shows(/may reach 9999/);
});

test('a raw rule that is too wide goes on in the next line, further to the right', async () => {
	const {props} = screenOn();
	const {plan} = await reviewedOn(props);
	const content = `table {\n\t${'counter '.repeat(12)}end\n}`;
	const raw = [{path: 'ruleset.nft', content}];
	const flow = {...props.flow, planFor: async () => ({...plan, raw})};
	screen = mount(
		<ReviewScreen {...props} flow={flow} answers={exampleAnswers} progressLine={null} />,
	);
	await screen.shows(/A apply/);
	screen.type('r');
	await screen.shows(/^ {3}counter.*counter\n {7}counter[ a-z]* end$/m);
});

for (const [index, step] of steps.entries()) {
	test(`Enter on the line of ${step.title} leads to its page`, async () => {
		const {sent} = await open({sshClient: '10.40.0.7'});
		assert.doesNotMatch(screen.text(), /Enter/);
		screen.type(keys.down.repeat(index + 1));
		await screen.shows(new RegExp(`▸ +${index + 1} ${step.title}`));
		assert.match(screen.text(), new RegExp(`Enter change ${step.title}`));
		screen.type(keys.enter);
		const pointed = {id: step.id, near: step.id};
		assert.deepEqual(sent, [{type: 'jumped', step, pointed}]);
	});
}

test('keys that come all at once are obeyed one after the other', async () => {
	const {sent} = await open({sshClient: '10.40.0.7'});
	screen.type(keys.down.repeat(2));
	screen.type(keys.enter);
	assert.equal(sent[0]?.type === 'jumped' && sent[0].step.id, 'viewers');
});

test('whoever comes back from a page is at the line that led there', async () => {
	const {props} = screenOn({sshClient: '10.40.0.7'});
	screen = mount(
		<ReviewScreen
			{...props}
			answers={exampleAnswers}
			pointed={{id: 'mail', near: 'mail'}}
			progressLine={null}
		/>,
	);
	await screen.shows(/▸ +6 Mail/);
	await screen.shows(/What will change/);
	assert.match(screen.text(), /▸ +6 Mail/);
});

test('when that line is gone, they are at the answer that it was about', async () => {
	const {props} = screenOn();
	const pointed = {id: 'viewers 0 10.0.0.0/1 is much', near: 'viewers'};
	screen = mount(
		<ReviewScreen
			{...props}
			answers={exampleAnswers}
			pointed={pointed}
			progressLine={null}
		/>,
	);
	await screen.shows(/▸ +2 Viewers/);
});

test('the answers are there while the rules are still worked out', async () => {
	const {props, sent} = screenOn();
	const flow = {...props.flow, planFor: () => new Promise<never>(() => undefined)};
	screen = mount(
		<ReviewScreen {...props} flow={flow} answers={exampleAnswers} progressLine={null} />,
	);
	await screen.shows(/2 Viewers {3}10\.20\.0\.0\/16[\s\S]*Working out the rules/);
	screen.type('a');
	assert.deepEqual(sent, []);
	screen.type('r');
	await screen.shows(/The rules are not worked out yet\./);
});

test('/ finds a line, and Enter then leads to its page', async () => {
	const {sent} = await open();
	screen.type('/');
	await screen.shows(/Find/);
	screen.type('smtp');
	await screen.shows(/▸ +6 Mail[\s\S]*Esc end the search/);
	screen.type(keys.escape);
	await screen.shows(/Enter change Mail/);
	screen.type(keys.enter);
	assert.equal(sent[0]?.type, 'jumped');
});

test('? tells what a review is, and what the signs mean', async () => {
	await open();
	screen.type('?');
	await screen.shows(/on trial[\s\S]*120 seconds/);
	screen.type(keys.end);
	await screen.shows(/~ stays, but not as it was/);
	screen.type(keys.escape);
	await screen.shows(/What to know first/);
});

test('digits, other letters and pastes do nothing', async () => {
	const {sent, asked} = await open();
	for (const input of ['1', '2', '9', 'x', ' ', 'enotzy', pasted('a'), pasted('s')]) {
		screen.type(input);
	}

	screen.type('r');
	await screen.shows(/ruleset\.nft/);
	assert.deepEqual(sent, []);
	assert.ok(!asked.includes('save answers'));
});

test('S saves the answers, and says that nothing was applied', async () => {
	const {asked, sent} = await open();
	screen.type('s');
	await screen.shows(/[Ss]aved/);
	await screen.shows(
		/nothing (was )?applied.*\/etc\/analytics-setup\/config\.json|config\.json.*nothing/,
	);
	assert.ok(asked.includes('save answers'));
	assert.deepEqual(sent, []);
});

test('a save that fails is told, in plain words', async () => {
	const saveFailure = new Failure('file.failed', 'The disk is full.');
	await open({saveFailure});
	screen.type('s');
	await screen.shows(/The disk is full/);
	assert.doesNotMatch(words(), /Failure:|Error:/);
});

test('without a change it says so', async () => {
	const {props, machine} = screenOn();
	const plan = await props.flow.planFor(exampleAnswers);
	const options = {seconds: 120, accepted: [], onStage: () => undefined};
	await props.flow.apply(plan, exampleAnswers, options);
	assert.ok(machine.asked.includes('begin'));
	screen = mount(
		<ReviewScreen {...props} answers={exampleAnswers} progressLine={null} />,
	);
	await screen.shows(/Nothing will change/);
	assert.doesNotMatch(screen.text(), /^ [+~-] /m);
});

test('what is odd about an answer is told, with the page to correct it on', async () => {
	await open({}, {viewers: {subnets: ['10.0.0.0/1']}});
	await screen.shows(/large part of the whole Internet/);
	assert.match(words(), /2 Viewers/);
});

test('a name that does not resolve is told before anything is applied', async () => {
	await open({network: {names: {'mssql.uni.edu': 'nxdomain'}}});
	screen.type(keys.end);
	await screen.shows(/"mssql\.uni\.edu" has no address/);
});

test('where only files are written, it never says that the firewall changes', async () => {
	await open({backend: 'files'});
	assert.match(words(), /nothing takes effect on this server/);
	assert.match(words(), /A write/);
	assert.doesNotMatch(words(), /What will change in this server's own firewall|A apply/);
});

for (const [key, type] of [
	[keys.escape, 'went-back'],
	[keys.interrupt, 'asked-to-leave'],
] as const) {
	test(`${JSON.stringify(key)} says "${type}"`, async () => {
		const {sent} = await open();
		screen.type(key);
		await until(
			() => sent.some(event => event.type === type),
			() => 'nothing sent',
		);
		assert.deepEqual(sent, [{type}]);
	});
}
