import assert from 'node:assert/strict';
import {afterEach, suite, test} from 'node:test';
import type {Draft} from '../../../../source/answers/schema.js';
import {unicodeMarks} from '../../../../source/reports/marks.js';
import type {WizardEvent} from '../../../../source/wizard/progress.js';
import {StepScreen} from '../../../../source/wizard/screens/step/step-screen.js';
import {steps} from '../../../../source/wizard/steps/index.js';
import {LookContext} from '../../../../source/wizard/widgets/look.js';
import {keys, mount, until} from '../../../helpers/screen.js';
import type {NetworkRecord} from '../../../probes/recorded-network.js';
import {exampleDraft, screenOn} from '../open-screen.js';

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

const open = (
	id: string,
	network: NetworkRecord,
	draft: Draft = exampleDraft,
	size = {columns: 80, rows: 24},
) => {
	const step = steps.find(each => each.id === id) ?? assert.fail(id);
	const {props, sent, machine} = screenOn({network}, draft);
	screen = mount(
		<LookContext value={{marks: unicodeMarks, ...size}}>
			<StepScreen {...props} step={step} />
		</LookContext>,
	);
	return {sent, asked: machine.asked};
};
const patchesIn = (sent: readonly WizardEvent[]) =>
	sent.flatMap(event => (event.type === 'answered' ? [event.patch] : []));

const names = {
	'mssql.uni.edu': ['10.60.0.11'],
	'smtp.uni.edu': ['10.61.0.25'],
	'aa2.uni.edu': ['10.30.0.11', '2001:db8:30::11'],
	'gone.uni.edu': 'nxdomain',
} as const;
const sqlRefuses = {names, dials: {'10.60.0.11:1433': 'refused'}} as const;
const monday = 'opened on Monday';
const keptDraft = {...exampleDraft, notes: {'sql.host': monday}};

suite('while a value is typed', () => {
	test('it is tried, and what came of it stands under it', async () => {
		open('sql', {names});
		await screen.shows(/Host +mssql\.uni\.edu\s+✓ 10\.60\.0\.11, SQL Server 2019, encr/);
	});

	test('why it does not work is said, and what to do on ?', async () => {
		open('sql', {names});
		screen.type(`${keys.clear}gone.uni.edu`);
		await screen.shows(/! no such name in the DNS \(asked 10\.62\.0\.53\) · \? for more/);
		screen.type('?');
		await screen.shows(/What was tried just now\s+Host gone\.uni\.edu: no such name/);
		await screen.shows(/ask your DNS team to add the\s+name/);
	});

	test('nothing moves when it is answered', async () => {
		open('sql', {names});
		const rowOf = (word: RegExp) =>
			screen
				.text()
				.split('\n')
				.findIndex(line => word.test(line));
		await screen.shows(/Named instance/);
		const before = [/Host /, /Port /, /UDP 1433/].map(rowOf);
		await screen.shows(/✓ 10\.60/);
		assert.deepEqual([/Host /, /Port /, /UDP 1433/].map(rowOf), before);
	});

	test('what takes long is said to be tried, and nothing waits for it', async () => {
		const {sent, asked} = open('sql', {names, dials: {'10.60.0.11:1433': 'never'}});
		await screen.shows(/Host +mssql\.uni\.edu\s+trying…/);
		screen.type(keys.enter.repeat(4));
		await until(
			() => patchesIn(sent).length === 1,
			() => screen.text(),
		);
		screen.unmount();
		await until(
			() => asked.includes('given up 10.60.0.11:1433'),
			() => asked.join('\n'),
		);
	});

	test('what was tried before the last change is called off', async () => {
		const {asked} = open('sql', {names, dials: {'10.60.0.11:1433': 'never'}});
		await screen.shows(/trying…/);
		screen.type('x');
		await until(
			() => asked.includes('given up 10.60.0.11:1433'),
			() => asked.join('\n'),
		);
		assert.doesNotMatch(screen.text(), /trying/);
	});

	test('coming back to a value asks nobody again', async () => {
		const {asked} = open('sql', {names});
		await screen.shows(/✓ 10\.60/);
		screen.type('x');
		await screen.shows(/mssql\.uni\.edux\s+✓ 192\.0\.2\.1/);
		const before = asked.length;
		screen.type(keys.backspace);
		await screen.shows(/mssql\.uni\.edu\s+✓ 10\.60/);
		assert.equal(asked.length, before);
	});

	test('a value that the schema refuses is not tried', async () => {
		const {asked} = open('mail', {names}, {});
		screen.type('smtp uni edu');
		await screen.shows(/has a space in it/);
		screen.type(`${keys.clear}smtp.uni.edu`);
		await screen.shows(/✓ 10\.61\.0\.25, STARTTLS/);
		assert.ok(
			asked.every(what => !what.startsWith('resolve') || what.endsWith('smtp.uni.edu')),
		);
	});

	test('at 60x20 it fits in one line', async () => {
		const draft = {...exampleDraft, sql: {...exampleDraft.sql, host: 'gone.uni.edu'}};
		open('sql', {names}, draft, {columns: 60, rows: 20});
		await screen.shows(/! no such name in the DNS \(asked 10/);
		screen.type(keys.tab.repeat(3));
		await screen.shows(/▸ permitted, as the vendor lists it/);
		assert.match(screen.text(), /Kept because +none; for example the port/);
		assert.match(screen.text(), /Ctrl-C leave *$/);
		const lines = screen.text().split('\n');
		assert.equal(lines.length, 20);
		assert.ok(lines.every(line => line.length <= 60));
	});
});

suite('the name of this server', () => {
	for (const [name, found, said] of [
		['that leads here', ['10.10.0.10'], /✓ 10\.10\.0\.10, this server/],
		['that leads elsewhere', ['10.99.0.9'], /! 10\.99\.0\.9, not an address of this/],
		['that is not there yet', 'nxdomain', /! no such name in the DNS/],
	] as const) {
		test(`${name} is told, and asks for no reason`, async () => {
			const {sent} = open('server', {names: {'analytics.uni.edu': found}});
			await screen.shows(said);
			assert.doesNotMatch(screen.text(), /Kept because/);
			screen.type(keys.enter);
			assert.deepEqual(patchesIn(sent), [{server: {hostname: 'analytics.uni.edu'}}]);
		});
	}
});

suite('names in a list', () => {
	test('have their addresses beside them, or why they have none', async () => {
		open('servers', {names}, {});
		screen.type('10.30.0.10\raa2.uni.edu\rgone.uni.edu\r');
		await screen.shows(/aa2\.uni\.edu +10\.30\.0\.11, 2001:db8:30::11/);
		await screen.shows(/! gone\.uni\.edu +no such name in the DNS/);
		assert.match(screen.text(), /10\.30\.0\.10 +one address/);
	});

	test('are not looked up while they are typed', async () => {
		const {asked} = open('servers', {names}, {});
		screen.type('aa2.uni.edu\raa1.un');
		await screen.shows(/aa2\.uni\.edu +10\.30\.0\.11/);
		assert.ok(!asked.includes('resolve aa1.un'));
	});

	test('may be kept with a reason, which stands by the entry', async () => {
		const {sent} = open('servers', {names}, {});
		screen.type('aa2.uni.edu\rgone.uni.edu\r');
		await screen.shows(/Kept because +none; for example the port is opened on Monday/);
		screen.type(`${keys.enter}${monday}`);
		await screen.shows(/Kept because +opened on Monday/);
		screen.type(keys.enter);
		assert.deepEqual(
			patchesIn(sent).map(({notes}) => notes),
			[{'appsanywhere.servers[1]': monday}],
		);
	});
});

suite('a value that fails', () => {
	test('may be kept with a reason: Enter leads to it, and Enter again goes on', async () => {
		const {sent} = open('sql', sqlRefuses);
		await screen.shows(/! 10\.60\.0\.11, nothing accepts there/);
		screen.type(keys.enter.repeat(4));
		screen.type(monday);
		await screen.shows(/Kept because +opened on Monday/);
		assert.deepEqual(patchesIn(sent), []);
		screen.type(keys.enter);
		assert.deepEqual(patchesIn(sent), [
			{sql: exampleDraft.sql, notes: {'sql.host': monday}},
		]);
	});

	test('may be kept without one', async () => {
		const {sent} = open('sql', sqlRefuses);
		await screen.shows(/Kept because/);
		screen.type(keys.enter.repeat(5));
		assert.deepEqual(patchesIn(sent), [{sql: exampleDraft.sql}]);
	});

	test('has its reason with it at once when it is come back to', async () => {
		const {sent} = open('sql', {names, dials: {'10.60.0.11:1433': 'never'}}, keptDraft);
		await screen.shows(/Kept because +opened on Monday/);
		screen.type(keys.enter.repeat(5));
		assert.deepEqual(patchesIn(sent), [{sql: exampleDraft.sql}]);
	});

	test('that works again loses its reason', async () => {
		const {sent} = open('sql', {names}, keptDraft);
		await screen.shows(/✓ 10\.60/);
		assert.doesNotMatch(screen.text(), /Kept because/);
		screen.type(keys.enter.repeat(4));
		assert.deepEqual(patchesIn(sent), [{sql: exampleDraft.sql, notes: {}}]);
	});

	test('that is changed loses its reason, though the new one fails too', async () => {
		const {sent} = open('sql', sqlRefuses, keptDraft);
		await screen.shows(/Kept because +opened on Monday/);
		screen.type(`${keys.clear}gone.uni.edu`);
		await screen.shows(/no such name[\s\S]*Kept because +none; for example/);
		screen.type(keys.enter.repeat(5));
		assert.deepEqual(
			patchesIn(sent).map(({notes}) => notes),
			[{}],
		);
	});

	test('a reason that cannot be kept is told, and can be corrected', async () => {
		const {sent} = open('sql', sqlRefuses);
		await screen.shows(/Kept because/);
		screen.type(`${keys.enter.repeat(4)}${'x'.repeat(201)}${keys.enter}`);
		await screen.shows(/✗ At most 200 characters/);
		screen.type(`${keys.backspace}${keys.enter}`);
		await until(
			() => patchesIn(sent).length === 1,
			() => screen.text(),
		);
	});

	test('what was typed of a reason is told, so that it is not lost', async () => {
		const {sent} = open('sql', sqlRefuses);
		await screen.shows(/Kept because/);
		screen.type(`${keys.enter.repeat(4)}opened`);
		await screen.shows(/Kept because +opened/);
		const typed = sent.findLast(event => event.type === 'typed');
		assert.equal(typed?.values.notes, 'opened');
	});
});
