import {Box, useInput, useWindowSize} from 'ink';
import {type ReactNode, useContext, useMemo} from 'react';
import type {Marks} from '../reports/marks.js';
import {TooSmallScreen} from './screens/too-small-screen.js';
import {ActiveContext} from './widgets/active.js';
import {smallest} from './widgets/frame-rows.js';
import {Keyboard} from './widgets/keyboard.js';
import {LookContext} from './widgets/look.js';
import {RepaintContext} from './widgets/repaint.js';

export type ShellProps = {
	readonly marks: Marks;
	/** Lies over the screen, and has its keys. */
	readonly cover?: ReactNode;
	/** Ctrl-C in a window that is too small for any screen. */
	readonly onLeave: () => void;
	readonly children: ReactNode;
};

/** What is around every screen: how it looks, and whether it fits. What is covered goes on. */
export function Shell({marks, cover, onLeave, children}: ShellProps) {
	const {columns, rows} = useWindowSize();
	const repaint = useContext(RepaintContext);
	useInput((input, key) => {
		if (key.ctrl && input === 'l') {
			repaint();
		}
	});
	const look = useMemo(() => ({marks, columns, rows}), [marks, columns, rows]);
	const isTooSmall = columns < smallest.columns || rows < smallest.rows;
	const isCovered = isTooSmall || cover !== undefined;
	return (
		<LookContext value={look}>
			<Keyboard>
				<ActiveContext value={!isCovered}>
					<Box display={isCovered ? 'none' : 'flex'}>{children}</Box>
				</ActiveContext>
				{isTooSmall ? <TooSmallScreen smallest={smallest} onLeave={onLeave} /> : cover}
			</Keyboard>
		</LookContext>
	);
}
