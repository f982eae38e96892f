import {Box, Text} from 'ink';
import type {Answers} from '../../answers/schema.js';
import type {Drift} from '../../flow/drift.js';
import type {ProbeRun} from '../../probes/probe-result.js';
import {countRows} from '../../reports/result-groups.js';
import {describeGeneration} from '../../transaction/describe-generation.js';
import type {Generation} from '../../transaction/generations.js';
import {Choice} from '../widgets/choice.js';
import {FailureMessage} from '../widgets/failure-message.js';
import {Frame} from '../widgets/frame.js';
import {useLook} from '../widgets/look.js';
import {Remark} from '../widgets/remark.js';
import {useTask} from '../widgets/use-task.js';
import {Working} from '../widgets/working.js';
import type {ScreenProps} from './screen-props.js';
import {filesReason} from './welcome-screen.js';

type State = {
	readonly newest: Generation | undefined;
	readonly drift: Drift;
	readonly run: ProbeRun | undefined;
};

export type HomeScreenProps = ScreenProps & {
	readonly answers: Answers;
	readonly notice: string | undefined;
};

/** Where the wizard opens on a configured server. */
export function HomeScreen(props: HomeScreenProps) {
	const {send, machine, flow, status, answers, notice} = props;
	const {marks} = useLook();
	const task = useTask('state', async (): Promise<State> => {
		const [newest, drift, run] = await Promise.all([
			machine.transactions.newest(),
			flow.driftFrom(answers),
			machine.results.read(),
		]);
		return {newest, drift, run};
	});
	const actions = {
		review: () => send({type: 'opened', place: 'review'}),
		results: () => send({type: 'opened', place: 'results'}),
		knocks: () => send({type: 'opened', place: 'knocks'}),
		generations: () => send({type: 'opened', place: 'generations'}),
		leave: () => send({type: 'asked-to-leave'}),
	};
	return (
		<Frame
			title="AppsAnywhere Analytics"
			status={status}
			hints={[
				[marks.arrows, 'choose'],
				['Enter', 'open'],
				['Ctrl-C', 'leave'],
			]}
		>
			{task.state === 'working' && <Working doing="Looking at what is in effect" />}
			{task.state === 'failed' && <FailureMessage failure={task.failure} />}
			{task.state === 'done' && <Facts {...task.value} answers={answers} />}
			<Box marginY={1}>
				<Choice
					options={[
						{label: 'Look at the settings, or change one', value: 'review'},
						{label: 'Probe all connections', value: 'results'},
						{label: 'Wait for viewers or servers to connect', value: 'knocks'},
						{label: 'Go back to an earlier configuration', value: 'generations'},
						{label: 'Leave', value: 'leave'},
					]}
					onChoose={choice => actions[choice]()}
					onLeave={actions.leave}
				/>
			</Box>
			{notice !== undefined && <Remark text={notice} />}
			{machine.backend.name === 'files' && <Remark text={filesReason} />}
		</Frame>
	);
}

function Facts({newest, drift, run, answers}: State & {readonly answers: Answers}) {
	// What was answered since is not in effect.
	const {enabled, sources} = (newest?.answers ?? answers).support;
	return (
		<Box flexDirection="column">
			<Fact name="Rules">
				{newest === undefined ? 'nothing was kept yet' : describeGeneration(newest)}
			</Fact>
			<Fact name="Proven">{provenFact(run)}</Fact>
			<Fact name="Drift">{driftFact(drift, newest !== undefined)}</Fact>
			<Fact name="Support SSH">
				{enabled ? `open to ${sources.join(', ')}` : 'closed for everybody'}
			</Fact>
		</Box>
	);
}

function Fact({name, children}: {readonly name: string; readonly children: string}) {
	return (
		<Box>
			<Box width={13} flexShrink={0}>
				<Text dimColor>{name}</Text>
			</Box>
			<Text wrap="truncate">{children}</Text>
		</Box>
	);
}

/** What somebody else has changed says more than what the answers now ask for. */
function driftFact({changes, outdated}: Drift, isKept: boolean): string {
	if (!isKept && changes.length > 0) {
		return 'what you answered is not in effect: look at the settings';
	}

	if (changes.length > 0) {
		return `${amount(changes.length)} from what was kept: look at the settings`;
	}

	return outdated.length > 0
		? `${amount(outdated.length)} from your answers: look at the settings`
		: 'none';
}

function amount(count: number): string {
	return count === 1 ? '1 difference' : `${count} differences`;
}

function provenFact(run: ProbeRun | undefined): string {
	if (run === undefined) {
		return 'nothing has been probed yet';
	}

	const {proven, all} = countRows(run.results);
	return `${proven} of ${all} on ${run.finishedAt.replace('T', ' ').slice(0, 16)} UTC`;
}
