import {Text} from 'ink';
import {shorten} from '../../../reports/wrap.js';
import {generationRow} from '../../../transaction/describe-generation.js';
import {Choice} from '../../widgets/choice.js';
import {FailureMessage} from '../../widgets/failure-message.js';
import {Frame} from '../../widgets/frame.js';
import {useLook} from '../../widgets/look.js';
import {useTask} from '../../widgets/use-task.js';
import {Working} from '../../widgets/working.js';
import type {ScreenProps} from '../screen-props.js';

/** The configurations that were kept, to go back to one of them. */
export function GenerationsScreen({
	send,
	machine,
	status,
	progress: {isInEffect},
}: Pick<ScreenProps, 'send' | 'machine' | 'status' | 'progress'>) {
	const {marks, columns} = useLook();
	const task = useTask('generations', () => machine.transactions.generations());
	const generations = task.state === 'done' ? task.value : [];
	const isEmpty = generations.length === 0;
	return (
		<Frame
			title="Go back to an earlier configuration"
			status={status}
			progress={<Text dimColor>Nothing is changed before you have seen the review.</Text>}
			hints={[
				...(isEmpty
					? []
					: ([
							[marks.arrows, 'move'],
							['Enter', 'review'],
						] as const)),
				['Esc', 'back'],
			]}
		>
			{task.state === 'working' && <Working doing="Looking for what was kept" />}
			{task.state === 'failed' && <FailureMessage failure={task.failure} />}
			{task.state === 'done' && isEmpty && <Text>Nothing was kept yet.</Text>}
			<Choice
				options={generations.map((generation, index) => ({
					label: shorten(
						`${generationRow(generation)}${isInEffect && index === 0 ? ', in effect' : ''}`,
						columns - 4,
						marks.more,
					),
					value: String(index),
				}))}
				onChoose={index => {
					const generation = generations[Number(index)];
					if (generation !== undefined) {
						send({type: 'chose-generation', generation});
					}
				}}
				onBack={() => send({type: 'went-back'})}
				onLeave={() => send({type: 'asked-to-leave'})}
			/>
		</Frame>
	);
}
