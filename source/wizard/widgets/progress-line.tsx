import {Text} from 'ink';
import {useLook} from './look.js';

export type Milestone = {
	readonly title: string;
	readonly state: 'done' | 'here' | 'to-come';
};

/** Which steps are done, where we are, and what is to come; by marks alone where it is narrow. */
export function ProgressLine({milestones}: {readonly milestones: readonly Milestone[]}) {
	const {marks, columns} = useLook();
	const markOf = {done: marks.done, here: marks.here, 'to-come': marks.toCome};
	const isNarrow = milestones.map(({title}) => title.length + 4).reduce(sum) > columns;
	return (
		<Text wrap="truncate">
			{milestones.map(({title, state}, index) => (
				<Text key={title} bold={state === 'here'} dimColor={state === 'to-come'}>
					{index === 0 ? '' : '  '}
					{markOf[state]}
					{isNarrow && state !== 'here' ? '' : ` ${title}`}
				</Text>
			))}
		</Text>
	);
}

function sum(a: number, b: number): number {
	return a + b;
}
