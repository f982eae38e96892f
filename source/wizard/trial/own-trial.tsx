import {Text} from 'ink';
import {endOfTrial} from '../../flow/end-of-trial.js';
import {describeEnd} from '../describe-end.js';
import type {SettledPlace} from '../place.js';
import {shutOutLogins} from '../reviewed.js';
import type {ScreenProps} from '../screens/screen-props.js';
import {TrialScreen} from './trial-screen.js';

export type OwnTrialProps = ScreenProps &
	Omit<Extract<SettledPlace, {at: 'trial'}>, 'at'> & {readonly onLeave: () => void};

/** The trial of what was just reviewed: its end leads on. */
export function OwnTrial({
	send,
	machine,
	status,
	reviewed,
	onTrial,
	onLeave,
}: OwnTrialProps) {
	const {trial, comparison} = onTrial;
	return (
		<TrialScreen
			trial={trial}
			machine={machine}
			progress={<Text dimColor>{status}</Text>}
			comparison={comparison}
			isShutOut={shutOutLogins(reviewed.plan).some(({isSelf}) => isSelf)}
			untilEnded={() => endOfTrial(trial, machine)}
			onEnded={end => send({type: 'ended', aftermath: describeEnd(end, trial.record)})}
			onLeave={() => {
				// Nobody waits for its end here any more, and the process can end.
				trial.close();
				onLeave();
			}}
		/>
	);
}
