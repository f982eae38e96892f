import {Text} from 'ink';
import {wrap} from '../../reports/wrap.js';
import {Choice, type ChoiceProps} from '../widgets/choice.js';
import {Frame, type FrameProps} from '../widgets/frame.js';
import {useLook} from '../widgets/look.js';

export type QuestionScreenProps<Value extends string> = ChoiceProps<Value> &
	Pick<FrameProps, 'title' | 'status' | 'progress'> & {
		readonly question: string;
		/** What to know before choosing, a paragraph each. */
		readonly paragraphs: readonly string[];
	};

/** One question, what to know about it, and a menu of answers. */
export function QuestionScreen<Value extends string>({
	title,
	status,
	progress,
	question,
	paragraphs,
	...choice
}: QuestionScreenProps<Value>) {
	const {marks, columns} = useLook();
	const lines = [question, ...paragraphs].flatMap((paragraph, index) => [
		...wrap(paragraph, columns - 2).map(text => ({text, isBold: index === 0})),
		{text: ' ', isBold: false},
	]);
	return (
		<Frame
			title={title}
			status={status}
			progress={progress}
			hints={[
				[marks.arrows, 'move'],
				['Enter', 'choose'],
				...(choice.onBack === undefined ? [] : ([['Esc', 'back']] as const)),
			]}
		>
			{lines.map(({text, isBold}, index) => (
				<Text key={index} bold={isBold}>
					{text}
				</Text>
			))}
			<Choice {...choice} />
		</Frame>
	);
}
