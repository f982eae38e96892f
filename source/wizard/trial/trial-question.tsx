import {QuestionScreen} from '../screens/question-screen.js';

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
	const onChoose = (choice: keyof typeof actions) => actions[choice]();
	switch (name) {
		case 'unproven':
			return (
				<QuestionScreen
					{...frame}
					question="Keep the new rules without proof?"
					paragraphs={isConsole ? consoleRisk : remoteRisk}
					options={[
						{label: 'Not yet: back to the trial', value: 'back'},
						{label: 'Keep without proof', value: 'keep'},
					]}
					onChoose={onChoose}
				/>
			);
		case 'leave':
			return (
				<QuestionScreen
					{...frame}
					question="Leave while the new rules are on trial?"
					paragraphs={[
						'When you leave, the guard goes on: the old rules return by themselves, unless somebody logs in again before and types "analytics-setup confirm".',
					]}
					options={[
						{label: 'Stay', value: 'back'},
						{label: 'Put the old rules back now', value: 'undo'},
						{label: 'Leave; the trial goes on', value: 'leave'},
					]}
					onChoose={onChoose}
				/>
			);
		case 'help':
			return (
				<QuestionScreen
					{...frame}
					question="What is a trial?"
					paragraphs={[
						'The new rules are in effect, and a guard stands by with the old ones. Unless somebody keeps the new rules in time, it puts the old ones back, whatever becomes of this window.',
						'Keep them when you have shown that you can still log in: by the key that the screen names, or from a new login by "analytics-setup confirm". K keeps them without that; U puts the old rules back at once.',
					]}
					options={[{label: 'Back to the trial', value: 'back'}]}
					onChoose={onChoose}
				/>
			);
	}
}

const remoteRisk = [
	'Nothing has shown yet that the new rules let you in. If they do not, this server can only be mended at its console.',
	'That nobody has proven it will be written down.',
];

const consoleRisk = [
	'You sit at a console, which works whatever the rules are. Nothing has shown yet that the new rules let anybody in over SSH.',
	'That SSH is unproven will be written down.',
];
