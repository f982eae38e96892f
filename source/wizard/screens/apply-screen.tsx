import {Box, Text} from 'ink';
import {useEffect, useState} from 'react';
import type {Answers} from '../../answers/schema.js';
import {type ApplyStage, applyStages} from '../../firewall/backend.js';
import type {Plan} from '../../flow/flow.js';
import {FailureMessage} from '../widgets/failure-message.js';
import {Frame} from '../widgets/frame.js';
import {useLook} from '../widgets/look.js';
import {usePresses} from '../widgets/use-presses.js';
import {useTask} from '../widgets/use-task.js';
import {Working} from '../widgets/working.js';
import type {ScreenProps} from './screen-props.js';

const words: Readonly<Record<ApplyStage, string>> = {
	check: 'The kernel checks the new rules',
	load: 'The new rules are loaded, all at once',
	'read-back': 'Every address is read back from the kernel',
	save: 'The rules are saved for the next start',
};

/** The stages of an apply as they pass. It cannot be left halfway. */
export function ApplyScreen({
	send,
	flow,
	status,
	answers,
	plan,
}: ScreenProps & {readonly answers: Answers; readonly plan: Plan}) {
	const {marks} = useLook();
	const [begun, setBegun] = useState<readonly ApplyStage[]>([]);
	const task = useTask('apply', async () => {
		await flow.apply(plan, answers, stage => setBegun(now => [...now, stage]));
	});
	useEffect(() => {
		if (task.state === 'done') {
			send({type: 'applied'});
		}
	}, [task, send]);
	usePresses(press => {
		if (task.state !== 'failed' || press.kind !== 'key') {
			return;
		}

		if (press.name === 'escape') {
			send({type: 'went-back'});
		}

		if (press.name === 'interrupt') {
			send({type: 'asked-to-leave'});
		}
	});
	return (
		<Frame
			title="Applying"
			status={status}
			hints={task.state === 'failed' ? [['Esc', 'back']] : []}
		>
			{applyStages
				.filter(stage => begun.includes(stage))
				.map(stage => (
					<Text key={stage}>
						{stage === begun.at(-1) && task.state !== 'done' ? marks.here : marks.done}{' '}
						{words[stage]}
					</Text>
				))}
			<Box marginTop={1}>
				{task.state === 'failed' ? (
					<FailureMessage failure={task.failure} />
				) : (
					<Working doing="Putting the rules into effect" />
				)}
			</Box>
		</Frame>
	);
}
