import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import {wrap} from '../../reports/wrap.js';
import type {Aftermath} from '../place.js';
import {Frame} from '../widgets/frame.js';
import {useLook} from '../widgets/look.js';
import {Remark} from '../widgets/remark.js';
import {usePresses} from '../widgets/use-presses.js';
import type {ScreenProps} from './screen-props.js';

export type EndedScreenProps = Pick<ScreenProps, 'send' | 'status'> & {
	readonly aftermath: Aftermath;
	readonly progressLine: ReactNode;
};

/** New rules that were taken back, or kept with something left undone. */
export function EndedScreen({send, status, aftermath, progressLine}: EndedScreenProps) {
	const {columns} = useLook();
	const {isKept, said, problems} = aftermath;
	const isWhole = problems.length === 0;
	usePresses(press => {
		if (press.kind !== 'key') {
			return;
		}

		if (press.name === 'enter' || press.name === 'escape') {
			send({type: 'went-back'});
		}

		if (press.name === 'interrupt') {
			send({type: 'asked-to-leave'});
		}
	});
	return (
		<Frame
			title={titleOf(aftermath)}
			status={status}
			progress={progressLine}
			hints={[
				['Enter', isKept ? 'see the results' : 'back to the review'],
				['Ctrl-C', 'leave'],
			]}
		>
			<Text bold>{headingOf(aftermath)}</Text>
			<Box flexDirection="column" marginY={1}>
				{wrap(said, columns - 2).map(line => (
					<Text key={line}>{line}</Text>
				))}
			</Box>
			{problems.map(problem => (
				<Remark key={problem} text={problem} isFault />
			))}
			{!isKept && (
				<Box flexDirection="column" marginTop={isWhole ? 0 : 1}>
					{wrap(isWhole ? nothingLost : tryAgain, columns - 2).map(line => (
						<Text key={line}>{line}</Text>
					))}
				</Box>
			)}
		</Frame>
	);
}

function titleOf({isKept, problems}: Aftermath): string {
	return isKept
		? 'Kept, but not all could be done'
		: problems.length === 0
			? 'The old rules are back'
			: 'The old rules are not back whole';
}

function headingOf({isKept, problems}: Aftermath): string {
	return isKept
		? 'The new rules are in effect, and something could not be done.'
		: problems.length === 0
			? 'Everything was put back: this server is as it was before.'
			: 'The new rules were taken back, but not everything could be put back.';
}

const nothingLost =
	'What you answered is kept. You can change it in the review, and apply again.';
const tryAgain =
	'Run "analytics-setup rollback" to try again, and "analytics-setup status" to see what is in effect.';
