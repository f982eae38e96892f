import {Box, Text} from 'ink';
import {type ReactNode, useState} from 'react';
import type {Answers} from '../../../answers/schema.js';
import type {Machine} from '../../../machine.js';
import {wrap} from '../../../reports/wrap.js';
import {describeGeneration} from '../../../transaction/describe-generation.js';
import type {Generation} from '../../../transaction/generations.js';
import {saveUnapplied} from '../../save-unapplied.js';
import {Frame} from '../../widgets/frame.js';
import {frameRows} from '../../widgets/frame-rows.js';
import {useLook} from '../../widgets/look.js';
import {linesShown, PointerList} from '../../widgets/pointer-list.js';
import {searchHints} from '../../widgets/search-hints.js';
import {useCommands} from '../../widgets/use-commands.js';
import {type Pointed, usePointer} from '../../widgets/use-pointer.js';
import {useSearch} from '../../widgets/use-search.js';
import {Working} from '../../widgets/working.js';
import {reviewPromise} from '../../words/review-promise.js';
import {ReadingScreen} from '../reading-screen.js';
import type {ScreenProps} from '../screen-props.js';
import {RawRulesScreen} from './raw-rules-screen.js';
import {reviewHelp} from './review-help.js';
import {reviewHints} from './review-hints.js';
import {useReview} from './use-review.js';

export type ReviewScreenProps = ScreenProps & {
	readonly answers: Answers;
	/** The earlier configuration that these answers are of. */
	readonly generation?: Generation | undefined;
	/** The line to begin with. */
	readonly pointed?: Pointed | undefined;
	readonly progressLine: ReactNode;
};

/** Everything that an apply would do, in words. Nothing is applied before it. */
export function ReviewScreen(props: ReviewScreenProps) {
	const {answers, generation, machine, status, send, trialSeconds} = props;
	const {columns, rows, marks} = useLook();
	const [cover, lay] = useState<'raw' | 'help'>();
	const [note, save] = useSaving(machine, answers);
	const {task, items} = useReview(props);
	const pointer = usePointer(items, props.pointed);
	const leave = () => send({type: 'asked-to-leave'});
	const search = useSearch({
		texts: items.map(({lines}) => lines.map(({text}) => text).join(' ')),
		at: pointer.at,
		goTo: pointer.goTo,
		onLeave: leave,
	});
	const plan = task.state === 'done' ? task.value : undefined;

	useCommands(
		{
			...pointer.moves,
			enter() {
				const item = items[pointer.latest()];
				if (item?.leadsTo !== undefined) {
					const {id, leadsTo: step} = item;
					send({type: 'jumped', step, pointed: {id, near: step.id}});
				}
			},
			a() {
				if (plan !== undefined) {
					send({type: 'accepted', reviewed: {plan, answers, generation}, accepted: []});
				}
			},
			r: () => lay('raw'),
			// An earlier configuration is looked at as it is.
			...(generation === undefined ? {s: save} : {}),
			'?': () => lay('help'),
			'/': search.open,
			escape: () => send({type: 'went-back'}),
			interrupt: leave,
		},
		cover === undefined && !search.isOpen,
	);

	const uncover = {status, onClose: () => lay(undefined), onLeave: leave};
	if (cover === 'raw') {
		return <RawRulesScreen plan={plan} {...uncover} />;
	}

	if (cover === 'help') {
		const lines = reviewHelp(trialSeconds, columns - 2);
		return <ReadingScreen title="Help" subject="Review" lines={lines} {...uncover} />;
	}

	const promise = wrap(reviewPromise(plan, machine.backend, trialSeconds), columns - 2);
	const list = {
		items,
		at: pointer.at,
		height: rows - frameRows - promise.length - 1 - (task.state === 'working' ? 2 : 0),
	};
	return (
		<Frame
			{...headOf(props)}
			status={status}
			note={note || linesShown(list)}
			prompt={search.line}
			hints={
				search.isOpen
					? searchHints(marks.arrows)
					: reviewHints(items[pointer.at], {
							marks,
							isReady: plan !== undefined,
							isWritten: machine.backend.name === 'files',
							isEarlier: generation !== undefined,
							isNarrow: columns < 80,
						})
			}
		>
			<PointerList {...list} />
			{task.state === 'working' && <Working doing="Working out the rules" />}
			<Box flexDirection="column" flexGrow={1} justifyContent="flex-end">
				{promise.map(line => (
					<Text key={line}>{line}</Text>
				))}
			</Box>
		</Frame>
	);
}

/** Saves the answers without applying them, and tells what came of it. */
function useSaving({answers: store}: Pick<Machine, 'answers'>, answers: Answers) {
	const [note, setNote] = useState('');
	const save = () => {
		void saveUnapplied(store, answers).then(setNote);
	};

	return [note, save] as const;
}

function headOf({generation, progressLine}: ReviewScreenProps) {
	return generation === undefined
		? {title: 'AppsAnywhere Analytics setup', progress: progressLine}
		: {
				title: 'Go back to an earlier configuration',
				progress: <Text wrap="truncate">To {describeGeneration(generation)}</Text>,
			};
}
