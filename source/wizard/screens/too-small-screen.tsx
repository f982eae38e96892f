import {Text, useWindowSize} from 'ink';
import {wrap} from '../../reports/wrap.js';
import {useCommands} from '../widgets/use-commands.js';

export type TooSmallScreenProps = {
	readonly smallest: {readonly columns: number; readonly rows: number};
	readonly onLeave: () => void;
};

/** Lies over the wizard while the window is too small to show it. */
export function TooSmallScreen({smallest, onLeave}: TooSmallScreenProps) {
	const {columns, rows} = useWindowSize();
	useCommands({interrupt: onLeave});
	const text = `This window has ${columns} columns and ${rows} rows. Make it at least ${smallest.columns} by ${smallest.rows}. Ctrl-C leaves.`;
	return <Text>{wrap(text, columns).join('\n')}</Text>;
}
