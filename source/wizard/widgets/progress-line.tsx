import {Text} from 'ink';
import {useLook} from './look.js';

export type Milestone = {
	readonly title: string;
	readonly state: 'done' | 'here' | 'to-come';
};

/** Which steps are done, where we are, and what is to come. */
export function ProgressLine({milestones}: {readonly milestones: readonly Milestone[]}) {
	const {marks} = useLook();
	const markOf = {done: marks.done, here: marks.here, 'to-come': marks.toCome};
	return (
		<Text wrap="truncate">
			{milestones.map(({title, state}, index) => (
				<Text key={title} bold={state === 'here'} dimColor={state === 'to-come'}>
					{index === 0 ? '' : '  '}
					{markOf[state]} {title}
				</Text>
			))}
		</Text>
	);
}
