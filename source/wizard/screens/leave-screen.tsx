import {Text} from 'ink';
import {Choice} from '../widgets/choice.js';
import {Frame} from '../widgets/frame.js';
import {useLook} from '../widgets/look.js';
import type {ScreenProps} from './screen-props.js';

/** Asks whether to leave; lies over the screen that was there. */
export function LeaveScreen({
	send,
	status,
	onLeave,
}: Pick<ScreenProps, 'send' | 'status'> & {readonly onLeave: () => void}) {
	const {marks} = useLook();
	return (
		<Frame
			title="AppsAnywhere Analytics setup"
			status={status}
			hints={[
				[marks.arrows, 'move'],
				['Enter', 'choose'],
				['Esc', 'stay'],
			]}
		>
			<Text bold>Leave the setup?</Text>
			<Text> </Text>
			<Text>
				What you answered is kept. Run analytics-setup again to go on from here.
			</Text>
			<Text> </Text>
			<Choice
				options={[
					{label: 'Leave', value: 'leave'},
					{label: 'Stay', value: 'stay'},
				]}
				onChoose={choice => (choice === 'leave' ? onLeave() : send({type: 'stayed'}))}
				onLeave={onLeave}
				onBack={() => send({type: 'stayed'})}
			/>
		</Frame>
	);
}
