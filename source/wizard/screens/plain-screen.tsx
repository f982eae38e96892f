import {Text} from 'ink';
import {useContext, useEffect} from 'react';
import {ScrollbackContext} from '../widgets/scrollback.js';
import {useCommands} from '../widgets/use-commands.js';

export type PlainScreenProps = {
	readonly text: string;
	readonly onClose: () => void;
	/** Ctrl-C. */
	readonly onLeave: () => void;
};

const howBack = 'Press Enter to go back.';

/** A text as the terminal itself keeps it, to be selected, scrolled or photographed. */
export function PlainScreen({text, onClose, onLeave}: PlainScreenProps) {
	const printPlainly = useContext(ScrollbackContext);
	useEffect(() => printPlainly?.(`${text}\n${howBack}\n`), [printPlainly, text]);
	useCommands({
		enter: onClose,
		escape: onClose,
		interrupt() {
			onClose();
			onLeave();
		},
	});
	// Where nothing is drawn over it, it is the screen.
	return <Text>{`${text}\n${howBack}`}</Text>;
}
