import {setTimeout as delay} from 'node:timers/promises';
import {useState} from 'react';
import {canBeTakenOver, type SessionView} from '../../../session/messages.js';
import {useTask} from '../../widgets/use-task.js';
import {takeOverQuestion, unansweredWords} from '../../words/following.js';
import {QuestionScreen} from '../question-screen.js';

export type TakeOverScreenProps = {
	readonly view: SessionView;
	readonly onTakeOver: () => void;
	/** Shows the trial of that session instead. */
	readonly onTrial: () => void;
	readonly onBack: () => void;
	/** Ctrl-C. */
	readonly onLeave: () => void;
};

/** How long a session may take to let go, in milliseconds; a stopped one never does. */
const patience = 5000;

const options = {
	takeOver: {label: 'Go on here', value: 'take-over'},
	trial: {label: 'Show the trial here', value: 'trial'},
	back: {label: 'Look on', value: 'back'},
} as const;

/** Asks whether to take another session over. */
export function TakeOverScreen(props: TakeOverScreenProps) {
	const {view, onTakeOver, onTrial, onBack, onLeave} = props;
	const [isWaiting, setIsWaiting] = useState(false);
	const waiting = useTask(isWaiting, async signal => {
		await delay(isWaiting ? patience : 0, undefined, {signal});
		return isWaiting;
	});
	const isUnanswered = isWaiting && waiting.state === 'done' && waiting.value;
	const actions = {
		'take-over'() {
			setIsWaiting(true);
			onTakeOver();
		},
		trial: onTrial,
		back: onBack,
	};
	const offered = offeredFor(view, isWaiting);
	return (
		<QuestionScreen
			// Another first answer: what was pointed at is not what it was.
			key={offered[0]?.value}
			title="AppsAnywhere Analytics setup"
			status={isWaiting && !isUnanswered ? 'waiting for the other session' : ''}
			{...(isUnanswered ? unansweredWords(view) : takeOverQuestion(view))}
			options={offered}
			onChoose={choice => actions[choice]()}
			onBack={onBack}
			onLeave={onLeave}
		/>
	);
}

function offeredFor(view: SessionView, isWaiting: boolean) {
	if (canBeTakenOver(view)) {
		return isWaiting ? [options.back] : [options.takeOver, options.back];
	}

	return view.isOnTrial ? [options.trial, options.back] : [options.back];
}
