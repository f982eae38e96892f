import {Box, Text} from 'ink';
import {useState} from 'react';
import {wrap} from '../../../reports/wrap.js';
import {Frame} from '../../widgets/frame.js';
import {useLook} from '../../widgets/look.js';
import {Remark} from '../../widgets/remark.js';
import {editOf, insert, pressKey, type TextEdit} from '../../widgets/text-edit.js';
import {TextLine} from '../../widgets/text-line.js';
import {useLatest} from '../../widgets/use-latest.js';
import {usePresses} from '../../widgets/use-presses.js';
import {insisting, isInsisting} from '../../words/insisting.js';

export type InsistScreenProps = {
	readonly status: string;
	/** Whether whoever sits here is shut out too. */
	readonly isSelf: boolean;
	readonly trialSeconds: number;
	readonly onInsist: () => void;
	readonly onBack: () => void;
	/** Ctrl-C. */
	readonly onLeave: () => void;
};

/** Shutting somebody out takes more than a key: the words for it. */
export function InsistScreen(props: InsistScreenProps) {
	const {status, isSelf, trialSeconds, onInsist, onBack, onLeave} = props;
	const {columns, marks} = useLook();
	const [edit, change] = useLatest<TextEdit>(editOf(''));
	// What was entered and is not the words; the remark goes as soon as it is changed.
	const [refused, setRefused] = useState<string>();
	const {consequence, wanted} = insisting(isSelf, trialSeconds);

	usePresses(press => {
		if (press.kind !== 'key') {
			change(now => insert(now, press.text.replaceAll(/\p{C}/gu, '')));
			return;
		}

		const actions: Partial<Record<typeof press.name, () => void>> = {
			escape: onBack,
			interrupt: onLeave,
			enter() {
				const {value} = change(now => now);
				if (isInsisting(value, wanted)) {
					onInsist();
				} else {
					setRefused(value);
				}
			},
		};
		actions[press.name]?.();
		change(now => pressKey(now, press.name) ?? now);
	});

	return (
		<Frame
			title="Not applied yet"
			status={status}
			progress={<Text dimColor>Nothing has been changed.</Text>}
			hints={[
				['Enter', 'apply'],
				['Esc', 'back'],
			]}
		>
			<Text bold>Apply all the same?</Text>
			<Box flexDirection="column" marginY={1}>
				{wrap(consequence, columns - 2).map(line => (
					<Text key={line}>{line}</Text>
				))}
			</Box>
			<Text>To do it all the same, type these words and press Enter:</Text>
			<Box marginY={1}>
				<Text bold>
					{'    '}
					{wanted}
				</Text>
			</Box>
			<Box marginBottom={1}>
				<Text>{`  ${marks.pointer} `}</Text>
				<TextLine edit={edit} isFocused placeholder="" width={columns - 6} />
			</Box>
			{edit.value === refused && (
				<Remark text={`That was not "${wanted}": nothing was applied.`} />
			)}
		</Frame>
	);
}
