import {Text} from 'ink';
import {wrap} from '../../../reports/wrap.js';
import type {SessionEnd, SessionView} from '../../../session/messages.js';
import {hintFor} from '../../letters.js';
import {Frame} from '../../widgets/frame.js';
import {useLook} from '../../widgets/look.js';
import {useCommands} from '../../widgets/use-commands.js';
import {describeSessionEnd} from '../../words/following.js';

export type SessionEndScreenProps = {
	readonly end: SessionEnd;
	readonly view: SessionView;
	readonly onGoOn: () => void;
	readonly onLeave: (isInterrupted: boolean) => void;
};

/** Says how a session that was looked on at has ended. */
export function SessionEndScreen({end, view, onGoOn, onLeave}: SessionEndScreenProps) {
	const {columns} = useLook();
	useCommands({
		enter: onGoOn,
		q: () => onLeave(false),
		interrupt: () => onLeave(true),
	});
	return (
		<Frame
			title="AppsAnywhere Analytics setup"
			status=""
			hints={[['Enter', 'go on'], hintFor('q')]}
		>
			{wrap(describeSessionEnd(end, view), columns - 2).map(line => (
				<Text key={line} bold>
					{line}
				</Text>
			))}
			<Text> </Text>
			<Text>{whatIsNext(end, view)}</Text>
		</Frame>
	);
}

function whatIsNext({state}: SessionEnd, {isOnTrial}: SessionView): string {
	if (state === 'taken-over') {
		return 'Enter looks on at that one.';
	}

	return isOnTrial
		? 'New rules are on trial. Enter shows that, and they can be kept or undone here.'
		: 'Enter goes on here.';
}
