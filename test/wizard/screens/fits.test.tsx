import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {renderToString, Text} from 'ink';
import type {ReactNode} from 'react';
import {countVerdicts, type ProbeRun} from '../../../source/probes/probe-result.js';
import {asciiMarks, type Marks, unicodeMarks} from '../../../source/reports/marks.js';
import {EndedScreen} from '../../../source/wizard/screens/ended-screen.js';
import {GenerationsScreen} from '../../../source/wizard/screens/generations-screen.js';
import {HomeScreen} from '../../../source/wizard/screens/home-screen.js';
import {InsistScreen} from '../../../source/wizard/screens/insist-screen.js';
import {KnocksScreen} from '../../../source/wizard/screens/knocks-screen.js';
import {LeaveScreen} from '../../../source/wizard/screens/leave-screen.js';
import {LoginScreen} from '../../../source/wizard/screens/login-screen.js';
import {ResultsScreen} from '../../../source/wizard/screens/results-screen.js';
import {ReviewScreen} from '../../../source/wizard/screens/review-screen.js';
import {ShutOutScreen} from '../../../source/wizard/screens/shut-out-screen.js';
import {StepScreen} from '../../../source/wizard/screens/step-screen.js';
import {WelcomeScreen} from '../../../source/wizard/screens/welcome-screen.js';
import type {WizardStep} from '../../../source/wizard/step.js';
import {steps} from '../../../source/wizard/steps/index.js';
import {LookContext} from '../../../source/wizard/widgets/look.js';
import {exampleAnswers} from '../../helpers/recorded-machine.js';
import {reviewedOn, screenOn} from './open-screen.js';

const nothing = () => undefined;
const answers = exampleAnswers;
const progressLine = <Text>steps</Text>;
const {props} = screenOn({sshClient: '10.99.0.7'});
const {props: filesProps} = screenOn({backend: 'files'});
const reviewed = await reviewedOn(props);
const emptyRun: ProbeRun = {
	schema: 1,
	startedAt: '',
	finishedAt: '',
	results: [],
	counts: countVerdicts([]),
};
const status = 'analytics.uni.edu · only files';

const at = (step: WizardStep) => ({
	step,
	progress: {...props.progress, place: {at: 'step', step, isDetour: false} as const},
});

const screens: ReadonlyArray<readonly [string, ReactNode]> = [
	['welcome', <WelcomeScreen key="" {...props} notice={undefined} />],
	...steps.map(
		step => [step.id, <StepScreen key="" {...props} {...at(step)} />] as const,
	),
	[
		'review',
		<ReviewScreen key="" {...props} answers={answers} progressLine={progressLine} />,
	],
	[
		'review of files',
		<ReviewScreen key="" {...filesProps} answers={answers} progressLine={progressLine} />,
	],
	['home', <HomeScreen key="" {...props} answers={answers} notice={undefined} />],
	[
		'home with files',
		<HomeScreen
			key=""
			{...filesProps}
			answers={answers}
			status={status}
			notice={undefined}
		/>,
	],
	[
		'results',
		<ResultsScreen
			key=""
			{...props}
			answers={answers}
			onRun={nothing}
			onLeave={nothing}
		/>,
	],
	...(['sql', 'mail'] as const).map(
		kind =>
			[
				`log in, ${kind}`,
				<LoginScreen
					key=""
					{...props}
					kind={kind}
					answers={answers}
					run={emptyRun}
					onTried={nothing}
					onClose={nothing}
					onLeave={nothing}
				/>,
			] as const,
	),
	['waiting', <KnocksScreen key="" {...props} answers={answers} />],
	['generations', <GenerationsScreen key="" {...props} />],
	['shut out', <ShutOutScreen key="" {...props} reviewed={reviewed} />],
	[
		'insist',
		<InsistScreen
			key=""
			status={props.status}
			isSelf
			trialSeconds={120}
			onInsist={nothing}
			onBack={nothing}
			onLeave={nothing}
		/>,
	],
	[
		'undone',
		<EndedScreen
			key=""
			{...props}
			aftermath={{isKept: false, said: 'Nobody kept them.', problems: ['A problem.']}}
			progressLine={progressLine}
		/>,
	],
	['leave', <LeaveScreen key="" {...props} onLeave={nothing} />],
];

const draw = (screen: ReactNode, marks: Marks, columns = 80, rows = 24) =>
	stripVTControlCharacters(
		renderToString(<LookContext value={{marks, columns, rows}}>{screen}</LookContext>, {
			columns,
		}),
	).split('\n');

for (const [name, screen] of screens) {
	for (const [glyphs, marks] of [
		['glyphs', unicodeMarks],
		['ASCII', asciiMarks],
	] as const) {
		suite(`${name} with ${glyphs} at 80x24`, () => {
			const lines = draw(screen, marks);
			const [title = ''] = lines;
			const footer = lines.at(-1) ?? '';
			const note = lines.at(-3) ?? '';
			test('fills the screen and not more', () => {
				assert.equal(lines.length, 24);
				assert.ok(lines.every(line => line.length <= 80));
			});

			test('shows every key of its footer, and its note, to the end', () => {
				assert.ok(!footer.includes('…'), footer);
				assert.ok(!note.includes('…'), note);
			});

			test('shows its title and what is in effect to the end', () => {
				assert.match(title, /uni\.edu \S (nothing applied|only files)$|rows proven/);
				assert.ok(!title.includes('…'), title);
			});
		});
	}
}

for (const step of steps) {
	for (const [columns, rows] of [
		[80, 24],
		[60, 20],
	] as const) {
		test(`at ${columns}x${rows} every field of ${step.id} can be seen`, () => {
			const screen = <StepScreen {...props} {...at(step)} />;
			const text = draw(screen, unicodeMarks, columns, rows).join('\n');
			for (const {label} of step.fields.slice(step.fields.length > 1 ? 0 : 1)) {
				assert.match(text, new RegExp(`^ ${label} `, 'm'), label);
			}

			if (step.fields.some(({kind}) => kind === 'list')) {
				assert.match(text, /for example/);
			}
		});
	}
}

for (const [name, last] of [
	['shut out', /Back to the review$/m],
	['insist', /press Enter:\s+shut me out\s+▸/],
	['undone', /what is in effect\.$/m],
	['home', /Leave$/m],
	['log in, sql', /Database +none; for example analytics$/m],
	['log in, mail', /Test message to +none; for example it@uni\.edu$/m],
	['generations', /Esc back$/m],
] as const) {
	test(`at 60x20 ${name} shows all that it has to`, () => {
		const screen = screens.find(([title]) => title === name)?.[1];
		const text = draw(screen, unicodeMarks, 60, 20).join('\n');
		assert.match(text, last);
	});
}
