import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import type {Draft} from '../../../../source/answers/schema.js';
import {unicodeMarks} from '../../../../source/reports/marks.js';
import {WelcomeScreen} from '../../../../source/wizard/screens/welcome/welcome-screen.js';
import {steps} from '../../../../source/wizard/steps/index.js';
import {LookContext} from '../../../../source/wizard/widgets/look.js';
import type {MachineRecord} from '../../../helpers/recorded-machine.js';
import {keys, mount} from '../../../helpers/screen.js';
import {exampleDraft, screenOn} from '../open-screen.js';

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

const open = (record: MachineRecord = {}, draft: Draft = {}, notice?: string) => {
	const {props, sent} = screenOn(record, draft);
	screen = mount(<WelcomeScreen {...props} notice={notice} />);
	return sent;
};
const words = () => screen.text().replaceAll(/\s+/g, ' ');

test('says what is going to happen, and that nothing has been applied', async () => {
	open();
	await screen.shows(/Enter begin/);
	assert.match(words(), /nothing applied/);
	assert.match(words(), /before anything is changed/);
	assert.match(words(), new RegExp(`${steps.length} short pages`));
	assert.doesNotMatch(words(), /only written to files/);
});

test('after an interruption it says how far one was, and goes on there', async () => {
	const {server, viewers} = exampleDraft;
	open({}, {server, viewers});
	await screen.shows(/2 of 8 pages/);
	assert.match(words(), /Enter go on/);
});

test('tells what happened to damaged answers', async () => {
	open({}, {}, 'The saved answers are damaged. They are kept as config.json.damaged.');
	await screen.shows(/They are kept as/);
});

test('where nothing will take effect it says so, and where the files go', async () => {
	open({backend: 'files'});
	await screen.shows(/nothing takes/);
	assert.match(words(), /nothing takes effect on this server/);
	assert.match(words(), /written to \/etc\/analytics-setup/);
	assert.match(words(), /3 The rules are written to files\./);
	assert.doesNotMatch(words(), /put into this server's own firewall/);
});

test('half-typed text of a page that is not answered is gone on with, too', async () => {
	const {props} = screenOn({}, {});
	const typed = {server: {'server.hostname': 'half'}};
	const progress = {...props.progress, typed};
	screen = mount(<WelcomeScreen {...props} progress={progress} notice={undefined} />);
	await screen.shows(/Enter go on/);
});

test('in a small window what is new comes first, and the rest can be scrolled to', async () => {
	const {server, viewers} = exampleDraft;
	const {props} = screenOn({backend: 'files'}, {server, viewers});
	const notice = 'What was typed on "Servers" is still there. '.repeat(3);
	screen = mount(
		<LookContext value={{marks: unicodeMarks, columns: 60, rows: 20}}>
			<WelcomeScreen {...props} notice={notice} />
		</LookContext>,
	);
	await screen.shows(/! What was typed[\s\S]*2 of 8 pages/);
	assert.match(screen.text(), /Lines 1 to 13 of \d+/);
	assert.ok(
		screen
			.text()
			.split('\n')
			.every(line => line.length <= 60),
	);
	screen.type(keys.end);
	await screen.shows(/SQL Server\s+and mail relay\./);
});

for (const [key, type] of [
	[keys.enter, 'began'],
	[keys.interrupt, 'asked-to-leave'],
] as const) {
	test(`${JSON.stringify(key)} says "${type}"`, () => {
		const sent = open();
		screen.type(key);
		assert.deepEqual(sent, [{type}]);
	});
}
