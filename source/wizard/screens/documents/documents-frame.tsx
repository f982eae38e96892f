import {Box, Text} from 'ink';
import {wrap} from '../../../reports/wrap.js';
import {hintFor} from '../../letters.js';
import type {PaperTexts} from '../../papers.js';
import {FailureMessage} from '../../widgets/failure-message.js';
import {Frame} from '../../widgets/frame.js';
import {useLook} from '../../widgets/look.js';
import {type Item, PointerList} from '../../widgets/pointer-list.js';
import type {Task} from '../../widgets/use-task.js';
import {Working} from '../../widgets/working.js';
import {
	documentsTitle,
	namingInWords,
	paperOptions,
	provenNote,
} from '../../words/documents.js';
import type {Saving} from '../use-saving.js';

export type DocumentsFrameProps = {
	readonly task: Task<PaperTexts>;
	/** The index of the paper that is pointed at. */
	readonly at: number;
	readonly saving: Saving;
	readonly status: string;
	/** In milliseconds since 1970. */
	readonly now: number;
};

export const paperItems: readonly Item[] = paperOptions.map(({value, label}) => ({
	id: value,
	lines: [{text: label}],
}));

/** The documents as a list, and what the one that is pointed at is for. */
export function DocumentsFrame({task, at, saving, status, now}: DocumentsFrameProps) {
	const {marks, columns} = useLook();
	return (
		<Frame
			title={documentsTitle}
			status={status}
			progress={<Proven task={task} now={now} />}
			note={saving.note}
			prompt={saving.line}
			hints={
				saving.hints ?? [
					[marks.arrows, 'move'],
					['Enter', 'read'],
					hintFor('s'),
					['?', 'help'],
					['Esc', 'back'],
					['Ctrl-C', 'leave'],
				]
			}
		>
			<PointerList items={itemsWith(at)} at={at} height={paperItems.length} />
			<Box flexDirection="column" flexShrink={0} marginTop={1}>
				{task.state === 'failed' ? (
					<FailureMessage failure={task.failure} />
				) : (
					aboutLines(at, columns - 2).map((line, index) => (
						<Text key={index}>{line === '' ? ' ' : line}</Text>
					))
				)}
			</Box>
		</Frame>
	);
}

/** The one that is pointed at stands out, as in a menu. */
function itemsWith(at: number): readonly Item[] {
	return paperItems.map((item, index) => ({
		...item,
		lines: item.lines.map(line => ({...line, isBold: index === at})),
	}));
}

function aboutLines(at: number, width: number): readonly string[] {
	const option = paperOptions[at];
	return option === undefined
		? []
		: [
				...wrap(option.about, width),
				'',
				...wrap(`S saves it. ${namingInWords(option.value)}`, width),
			];
}

/** How much of what they tell is proven, as soon as that is known. */
function Proven({task, now}: Pick<DocumentsFrameProps, 'task' | 'now'>) {
	if (task.state === 'working') {
		return <Working doing="Names are being looked up" />;
	}

	return (
		<Text dimColor wrap="truncate">
			{task.state === 'done' ? provenNote(task.value.run, now) : ''}
		</Text>
	);
}
