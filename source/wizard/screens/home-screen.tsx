import {Box, Text} from 'ink';
import type {Answers} from '../../answers/schema.js';
import type {Plan} from '../../flow/flow.js';
import type {ProbeRun} from '../../probes/probe-result.js';
import {Choice} from '../widgets/choice.js';
import {FailureMessage} from '../widgets/failure-message.js';
import {Frame} from '../widgets/frame.js';
import {useLook} from '../widgets/look.js';
import {Remark} from '../widgets/remark.js';
import {useTask} from '../widgets/use-task.js';
import {Working} from '../widgets/working.js';
import type {ScreenProps} from './screen-props.js';
import {filesReason} from './welcome-screen.js';

type State = {readonly plan: Plan; readonly run: ProbeRun | undefined};

/** Where the wizard opens on a configured server. */
export function HomeScreen({
	send,
	machine,
	flow,
	status,
	answers,
}: ScreenProps & {readonly answers: Answers}) {
	const {marks} = useLook();
	const task = useTask('state', async (): Promise<State> => {
		const [plan, run] = await Promise.all([
			flow.planFor(answers),
			machine.results.read(),
		]);
		return {plan, run};
	});
	const actions = {
		review: () => send({type: 'opened', place: 'review'}),
		results: () => send({type: 'opened', place: 'results'}),
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
			{task.state === 'done' && (
				<Box flexDirection="column">
					<Fact name="Rules">{rulesFact(task.value.plan)}</Fact>
					<Fact name="Proven">{provenFact(task.value.run)}</Fact>
					<Fact name="SSH">
						{answers.support.enabled
							? `open to ${answers.support.sources.join(', ')}`
							: 'closed for everybody'}
					</Fact>
				</Box>
			)}
			<Box marginY={1}>
				<Choice
					options={[
						{label: 'Look at the settings, or change one', value: 'review'},
						{label: 'Probe all connections', value: 'results'},
						{label: 'Leave', value: 'leave'},
					]}
					onChoose={choice => actions[choice]()}
					onLeave={actions.leave}
				/>
			</Box>
			{machine.backend.name === 'files' && <Remark text={filesReason} />}
		</Frame>
	);
}

function Fact({name, children}: {readonly name: string; readonly children: string}) {
	return (
		<Box>
			<Box width={12} flexShrink={0}>
				<Text dimColor>{name}</Text>
			</Box>
			<Text wrap="truncate">{children}</Text>
		</Box>
	);
}

function rulesFact({changes}: Plan): string {
	return changes.length === 0
		? 'as you answered'
		: `not as you answered (${changes.length} changes): look at the settings`;
}

function provenFact(run: ProbeRun | undefined): string {
	return run === undefined
		? 'nothing has been probed yet'
		: `${run.counts.pass} of ${run.results.length} on ${run.finishedAt.replace('T', ' ').slice(0, 16)} UTC`;
}
