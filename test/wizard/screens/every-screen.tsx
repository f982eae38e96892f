import {Text} from 'ink';
import type {ReactNode} from 'react';
import {countVerdicts, type ProbeRun} from '../../../source/probes/probe-result.js';
import {papers} from '../../../source/wizard/papers.js';
import {ApplyScreen} from '../../../source/wizard/screens/apply/apply-screen.js';
import {EndedScreen} from '../../../source/wizard/screens/apply/ended-screen.js';
import {DocumentsScreen} from '../../../source/wizard/screens/documents/documents-screen.js';
import {PaperScreen} from '../../../source/wizard/screens/documents/paper-screen.js';
import {CollectScreen} from '../../../source/wizard/screens/evidence/collect-screen.js';
import {GenerationsScreen} from '../../../source/wizard/screens/home/generations-screen.js';
import {HomeScreen} from '../../../source/wizard/screens/home/home-screen.js';
import {KnocksScreen} from '../../../source/wizard/screens/knocks/knocks-screen.js';
import {LeaveScreen} from '../../../source/wizard/screens/leave-screen.js';
import {ReadingScreen} from '../../../source/wizard/screens/reading-screen.js';
import {EvidenceScreen} from '../../../source/wizard/screens/results/evidence-screen.js';
import {LoginScreen} from '../../../source/wizard/screens/results/login-screen.js';
import {MessageScreen} from '../../../source/wizard/screens/results/message-screen.js';
import {ResultsScreen} from '../../../source/wizard/screens/results/results-screen.js';
import {InsistScreen} from '../../../source/wizard/screens/review/insist-screen.js';
import {RawRulesScreen} from '../../../source/wizard/screens/review/raw-rules-screen.js';
import {ReviewScreen} from '../../../source/wizard/screens/review/review-screen.js';
import {ShutOutScreen} from '../../../source/wizard/screens/review/shut-out-screen.js';
import {InvitationScreen} from '../../../source/wizard/screens/sessions/invitation-screen.js';
import {helpLines} from '../../../source/wizard/screens/step/help-lines.js';
import {StepScreen} from '../../../source/wizard/screens/step/step-screen.js';
import {WelcomeScreen} from '../../../source/wizard/screens/welcome/welcome-screen.js';
import type {WizardStep} from '../../../source/wizard/step.js';
import {steps} from '../../../source/wizard/steps/index.js';
import {outbound} from '../../../source/wizard/steps/outbound.js';
import {textsOf} from '../../../source/wizard/texts-of.js';
import {TrialQuestion} from '../../../source/wizard/trial/trial-question.js';
import {TrialScreen} from '../../../source/wizard/trial/trial-screen.js';
import {recordedEvidence} from '../../helpers/recorded-evidence.js';
import {exampleAnswers} from '../../helpers/recorded-machine.js';
import {recordedTrial} from '../../helpers/recorded-transactions.js';
import {sampleResults} from '../../reports/sample-results.js';
import {exampleHolder, exampleSurroundings} from '../recorded-surroundings.js';
import {reviewedOn, screenOn} from './open-screen.js';

const nothing = () => undefined;
const answers = exampleAnswers;
const progressLine = <Text>steps</Text>;
const {props} = screenOn({sshClient: '10.99.0.7'});
export const screenProps = props;
const {props: filesProps} = screenOn({backend: 'files'});
const reviewed = await reviewedOn(props);
const emptyRun: ProbeRun = {
	schema: 1,
	startedAt: '',
	finishedAt: '',
	results: [],
	counts: countVerdicts([]),
};
const sampleRun = {...emptyRun, results: sampleResults};
const server = {hostname: 'analytics.uni.edu', from: {4: '10.10.0.10', 6: '10.10.0.10'}};
const status = 'analytics.uni.edu · only files';
const texts = await textsOf(props.flow.siteFor(answers, sampleRun));
const notSaving = {isOpen: false, line: undefined, hints: undefined, note: ''};

const homeProps = {answers, notice: undefined, onRun: nothing, onLeave: nothing};

/** What shows a page rather than the beginning. */
export const onPage = (step: WizardStep) => ({
	step,
	progress: {...props.progress, place: {at: 'step', step} as const},
});

/** Every screen by its name, as it is when it opens: what holds for all of them is tested on these. */
export const everyScreen: ReadonlyArray<readonly [string, ReactNode]> = [
	...([undefined, exampleHolder] as const).map(
		holder =>
			[
				holder === undefined ? 'invitation' : 'invitation beside somebody',
				<InvitationScreen
					key=""
					surroundings={{...exampleSurroundings, holder}}
					notice={['The last change was taken back.']}
					onSetUp={nothing}
					onLogIn={nothing}
				/>,
			] as const,
	),
	['welcome', <WelcomeScreen key="" {...props} notice={undefined} />],
	...steps.map(
		step => [step.id, <StepScreen key="" {...props} {...onPage(step)} />] as const,
	),
	[
		'outbound, only the listed destinations',
		<StepScreen
			key=""
			{...props}
			{...onPage(outbound)}
			progress={{
				...onPage(outbound).progress,
				typed: {outbound: {'outbound.mode': 'destinations'}},
			}}
		/>,
	],
	[
		'review',
		<ReviewScreen key="" {...props} answers={answers} progressLine={progressLine} />,
	],
	[
		'review of files',
		<ReviewScreen key="" {...filesProps} answers={answers} progressLine={progressLine} />,
	],
	['home', <HomeScreen key="" {...props} {...homeProps} />],
	[
		'home with files',
		<HomeScreen key="" {...filesProps} {...homeProps} status={status} />,
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
	['documents', <DocumentsScreen key="" {...props} answers={answers} />],
	...papers.map(
		paper =>
			[
				`document, ${paper}`,
				<PaperScreen
					key=""
					paper={paper}
					texts={texts}
					saving={{...notSaving, open: nothing}}
					status={props.status}
					onClose={nothing}
					onLeave={nothing}
				/>,
			] as const,
	),
	[
		'evidence for support',
		<CollectScreen key="" {...props} flow={{...props.flow, ...recordedEvidence()}} />,
	],
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
	[
		'kept',
		<EndedScreen
			key=""
			{...props}
			aftermath={{isKept: true, said: 'root kept them.', problems: []}}
			progressLine={progressLine}
		/>,
	],
	['applying', <ApplyScreen key="" {...props} reviewed={reviewed} accepted={[]} />],
	...(['at a console', 'over SSH'] as const).map(
		where =>
			[
				`trial ${where}`,
				<TrialScreen
					key=""
					trial={recordedTrial()}
					machine={where === 'over SSH' ? props.machine : filesProps.machine}
					progress={<Text>{props.status}</Text>}
					isShutOut={false}
					untilEnded={() => new Promise(nothing)}
					onEnded={nothing}
					onLeave={nothing}
				/>,
			] as const,
	),
	...(['unproven', 'leave', 'help'] as const).map(
		name =>
			[
				`question of a trial, ${name}`,
				<TrialQuestion
					key=""
					name={name}
					title="Applied 8 seconds ago, on trial"
					status="old rules return in 1:52"
					isConsole
					onKeep={nothing}
					onUndo={nothing}
					onBack={nothing}
					onLeave={nothing}
				/>,
			] as const,
	),
	[
		'help',
		<ReadingScreen
			key=""
			title="Help"
			subject="Server"
			status={props.status}
			lines={steps.slice(0, 1).flatMap(step => helpLines(step, 78))}
			onClose={nothing}
			onLeave={nothing}
		/>,
	],
	...sampleResults.map(
		result =>
			[
				`evidence of ${result.id}`,
				<EvidenceScreen
					key=""
					result={result}
					run={sampleRun}
					server={server}
					status={props.status}
					onClose={nothing}
					onLeave={nothing}
				/>,
			] as const,
	),
	[
		'raw rules',
		<RawRulesScreen
			key=""
			plan={reviewed.plan}
			status={props.status}
			onClose={nothing}
			onLeave={nothing}
		/>,
	],
	[
		'results of another day',
		<ResultsScreen
			key=""
			{...props}
			answers={answers}
			last={sampleRun}
			onRun={nothing}
			onLeave={nothing}
		/>,
	],
	...(['network', 'vendor', 'dns'] as const).map(
		owner =>
			[
				`message for ${owner}`,
				<MessageScreen
					key=""
					{...props}
					party={{owner}}
					run={sampleRun}
					server={server}
					onClose={nothing}
					onLeave={nothing}
				/>,
			] as const,
	),
	['leave', <LeaveScreen key="" {...props} onLeave={nothing} />],
];
