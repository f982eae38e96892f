import {leaving} from '../words/leaving.js';
import {QuestionScreen} from './question-screen.js';
import type {ScreenProps} from './screen-props.js';

/** Asks whether to leave; lies over the screen that was there. */
export function LeaveScreen({
	send,
	status,
	onLeave,
}: Pick<ScreenProps, 'send' | 'status'> & {readonly onLeave: () => void}) {
	return (
		<QuestionScreen
			title="AppsAnywhere Analytics setup"
			status={status}
			question={leaving.question}
			paragraphs={[leaving.consequence]}
			options={[
				{label: 'Leave', value: 'leave'},
				{label: 'Stay', value: 'stay'},
			]}
			onChoose={choice => (choice === 'leave' ? onLeave() : send({type: 'stayed'}))}
			onLeave={onLeave}
			onBack={() => send({type: 'stayed'})}
		/>
	);
}
