import {Text} from 'ink';
import type {Milestone} from '../milestones.js';
import {useLook} from './look.js';
import {Cursor} from './text-line.js';

export type ProgressLineProps = {
	readonly milestones: readonly Milestone[];
	/** The page that is pointed at, to go there; left out while nobody does. */
	readonly pointed?: number | undefined;
};

/**
 * Which pages are done, where we are, and what is to come; by marks alone where it is
 * narrow, but for the one that matters.
 */
export function ProgressLine({milestones, pointed}: ProgressLineProps) {
	const {marks, columns} = useLook();
	const markOf = {
		done: marks.done,
		incomplete: marks.attention,
		here: marks.here,
		'to-come': marks.toCome,
	};
	const titles = milestones.map(({title}) => title.length + 2).reduce(sum);
	const room = columns - 2 - titles;
	const isNarrow = room < milestones.length - 1;
	const gap = room < 2 * (milestones.length - 1) && !isNarrow ? ' ' : '  ';
	const named = pointed ?? milestones.findIndex(({state}) => state === 'here');
	return (
		<Text wrap="truncate">
			{milestones.map(({title, state}, index) => (
				<Text key={title}>
					{index === 0 ? '' : gap}
					<Text
						bold={state === 'here'}
						dimColor={state === 'to-come' && index !== pointed}
						inverse={index === pointed}
					>
						{index === pointed ? <Cursor>{markOf[state]}</Cursor> : markOf[state]}
						{isNarrow && index !== named ? '' : ` ${title}`}
					</Text>
				</Text>
			))}
		</Text>
	);
}

function sum(a: number, b: number): number {
	return a + b;
}
