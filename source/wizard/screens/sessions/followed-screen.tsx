import {Box, Text} from 'ink';
import {describePerson} from '../../../host/person.js';
import type {SessionView} from '../../../session/messages.js';
import {hintFor} from '../../letters.js';
import {plainGlyphs} from '../../terminal/plain-glyphs.js';
import {readFrame} from '../../terminal/screen.js';
import {useLook} from '../../widgets/look.js';
import {useCommands} from '../../widgets/use-commands.js';
import {remarkOn} from '../../words/following.js';

export type FollowedScreenProps = {
	readonly view: SessionView;
	readonly onTakeOver: () => void;
	readonly onLeave: (isInterrupted: boolean) => void;
};

/** The rows at the bottom that say what this is. They lie over the other session's keys. */
const ownRows = 2;

/** The very screen of another session, as far as it fits. */
export function FollowedScreen({view, onTakeOver, onLeave}: FollowedScreenProps) {
	const {columns, rows, marks} = useLook();
	useCommands({
		g: onTakeOver,
		q: () => onLeave(false),
		interrupt: () => onLeave(true),
	});
	const height = Math.max(0, rows - ownRows);
	const remark = remarkOn(view, {columns, rows});
	const rule = remark === '' ? '' : `${marks.rule.repeat(2)} ${remark} `;
	return (
		<Box flexDirection="column" width={columns} height={rows}>
			<Box flexDirection="column" height={height} overflow="hidden">
				{visibleLines(view, height).map((line, index) => (
					<Box key={index} width={view.columns} height={1} flexShrink={0}>
						<Text>{plainGlyphs(line, marks)}</Text>
					</Box>
				))}
			</Box>
			<Text wrap="truncate">{rule.padEnd(columns, marks.rule)}</Text>
			<Box paddingX={1}>
				<Text wrap="truncate">Session of {describePerson(view.by)}</Text>
				<Box flexShrink={0}>
					<Text>
						{` ${marks.separator} read-only`}
						{[hintFor('g'), hintFor('q')].map(([key, does]) => (
							<Text key={key}>
								{` ${marks.separator} `}
								<Text bold>{key}</Text> {does}
							</Text>
						))}
					</Text>
				</Box>
			</Box>
		</Box>
	);
}

/** The part of a screen in which its cursor stands. */
function visibleLines(view: SessionView, height: number): readonly string[] {
	const {cursor} = readFrame(view.frame, view, false);
	const top = Math.max(0, (cursor?.row ?? 0) - height + 1);
	return view.frame.split('\n').slice(top, top + height);
}
