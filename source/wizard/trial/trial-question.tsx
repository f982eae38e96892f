import {QuestionScreen} from '../screens/question-screen.js';
import {trialQuestions} from '../words/trial-questions.js';

export type TrialQuestionName = 'unproven' | 'leave' | 'help';

export type TrialQuestionProps = {
	readonly name: TrialQuestionName;
	readonly title: string;
	readonly status: string;
	/** Whether it is asked at a console, where SSH cannot be proven. */
	readonly isConsole: boolean;
	readonly onKeep: () => void;
	readonly onUndo: () => void;
	readonly onBack: () => void;
	readonly onLeave: () => void;
};

/** What is asked in the middle of a trial, while its time goes on. */
export function TrialQuestion(props: TrialQuestionProps) {
	const {name, title, status, isConsole, onKeep, onUndo, onBack, onLeave} = props;
	const frame = {title, status, onBack, onLeave};
	const actions = {back: onBack, keep: onKeep, undo: onUndo, leave: onLeave};
	const {unproven, leave, help} = trialQuestions;
	const onChoose = (choice: keyof typeof actions) => actions[choice]();
	switch (name) {
		case 'unproven':
			return (
				<QuestionScreen
					{...frame}
					question={unproven.question}
					paragraphs={isConsole ? unproven.atConsole : unproven.remote}
					options={unproven.options}
					onChoose={onChoose}
				/>
			);
		case 'leave':
			return (
				<QuestionScreen
					{...frame}
					question={leave.question}
					paragraphs={leave.paragraphs}
					options={leave.options}
					onChoose={onChoose}
				/>
			);
		case 'help':
			return (
				<QuestionScreen
					{...frame}
					question={help.question}
					paragraphs={[
						help.story,
						'Keep them when you have shown that you can still log in: by the key that the screen names, or from a new login by "analytics-setup confirm". K keeps them without that; U puts the old rules back at once.',
					]}
					options={[{label: 'Back to the trial', value: 'back'}]}
					onChoose={onChoose}
				/>
			);
	}
}
