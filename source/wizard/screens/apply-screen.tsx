import {Box, Text} from 'ink';
import {useEffect, useState} from 'react';
import type {Address} from '../../addresses/address.js';
import {type Applied, type ApplyStage, applyStages} from '../../flow/apply.js';
import type {WizardEvent} from '../progress.js';
import {type Reviewed, shutOutLogins} from '../reviewed.js';
import {FailureMessage} from '../widgets/failure-message.js';
import {Frame} from '../widgets/frame.js';
import {useLook} from '../widgets/look.js';
import {Remark} from '../widgets/remark.js';
import {usePresses} from '../widgets/use-presses.js';
import {useTask} from '../widgets/use-task.js';
import {Working} from '../widgets/working.js';
import type {ScreenProps} from './screen-props.js';

const words: Readonly<Record<ApplyStage, string>> = {
	check: 'The kernel checks the new rules',
	rehearse: 'Real packets are sent through them, in a network of their own',
	try: 'The connections that work now are noted',
	'save-old': 'The old rules are saved',
	guard: 'The guard that puts them back is armed',
	load: 'The new rules are loaded, all at once',
	'read-back': 'Every address is read back from the kernel',
};

export type ApplyScreenProps = ScreenProps & {
	readonly reviewed: Reviewed;
	readonly accepted: readonly Address[];
};

/** The stages of an apply as they pass. It cannot be left halfway. */
export function ApplyScreen(props: ApplyScreenProps) {
	const {send, flow, machine, status, trialSeconds, reviewed, accepted} = props;
	const {marks} = useLook();
	const [begun, setBegun] = useState<readonly ApplyStage[]>([]);
	const isShutOut = shutOutLogins(reviewed.plan).some(({isSelf}) => isSelf);
	const task = useTask('apply', () =>
		flow.apply(reviewed.plan, reviewed.answers, {
			seconds: trialSeconds,
			accepted,
			onStage: stage => setBegun(now => [...now, stage]),
		}),
	);
	useEffect(() => {
		if (task.state === 'done') {
			send(eventOf(task.value, machine.backend.place));
		}
	}, [task, send, machine]);
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
					<Text key={stage} wrap="truncate">
						{stage === begun.at(-1) && task.state !== 'done' ? marks.here : marks.done}{' '}
						{words[stage]}
					</Text>
				))}
			{/* Said before it happens: what is drawn afterwards may not get through. */}
			{isShutOut && task.state !== 'failed' && (
				<Box marginTop={1}>
					<Remark
						text={`As you insisted, this session stops answering when they are loaded. It goes on when the old rules return, after ${trialSeconds} seconds.`}
					/>
				</Box>
			)}
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

function eventOf(applied: Applied, place: string): WizardEvent {
	const ended = (said: string, problems: readonly string[] = []): WizardEvent => ({
		type: 'ended',
		aftermath: {isKept: true, said, problems},
	});
	switch (applied.outcome) {
		case 'unchanged':
			return ended('The rules were in effect already; nothing had to be changed.');
		case 'written':
			return ended(`Only written to ${place}; nothing takes effect on this server.`);
		case 'adopted':
			return ended(
				'The rules were in effect already; they are kept with these answers.',
				applied.problems,
			);
		case 'on-trial':
			return {type: 'went-on-trial', onTrial: applied};
	}
}
