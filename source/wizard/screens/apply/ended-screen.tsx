import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import {wrap} from '../../../reports/wrap.js';
import type {Aftermath} from '../../place.js';
import {Frame} from '../../widgets/frame.js';
import {useLook} from '../../widgets/look.js';
import {Remark} from '../../widgets/remark.js';
import {useCommands} from '../../widgets/use-commands.js';
import {headingOfEnd, nextAfterEnd, titleOfEnd} from '../../words/ended.js';
import type {ScreenProps} from '../screen-props.js';

export type EndedScreenProps = Pick<ScreenProps, 'send' | 'status'> & {
	readonly aftermath: Aftermath;
	readonly progressLine: ReactNode;
};

/** New rules that were taken back, or kept with something left undone. */
export function EndedScreen({send, status, aftermath, progressLine}: EndedScreenProps) {
	const {columns} = useLook();
	const {isKept, said, problems} = aftermath;
	const isWhole = problems.length === 0;
	const next = nextAfterEnd(aftermath);
	const goBack = () => send({type: 'went-back'});
	useCommands({
		enter: goBack,
		escape: goBack,
		interrupt: () => send({type: 'asked-to-leave'}),
	});
	return (
		<Frame
			title={titleOfEnd(aftermath)}
			status={status}
			progress={progressLine}
			hints={[
				['Enter', isKept ? 'see the results' : 'back to the review'],
				['Ctrl-C', 'leave'],
			]}
		>
			<Text bold>{headingOfEnd(aftermath)}</Text>
			<Box flexDirection="column" marginY={1}>
				{wrap(said, columns - 2).map(line => (
					<Text key={line}>{line}</Text>
				))}
			</Box>
			{problems.map(problem => (
				<Remark key={problem} text={problem} isFault />
			))}
			{next !== undefined && (
				<Box flexDirection="column" marginTop={isWhole ? 0 : 1}>
					{wrap(next, columns - 2).map(line => (
						<Text key={line}>{line}</Text>
					))}
				</Box>
			)}
		</Frame>
	);
}
