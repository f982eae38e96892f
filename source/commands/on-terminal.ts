import process from 'node:process';
import type {CommonFlags, PlainFlag} from './flags.js';
import type {Surface} from './surface.js';

export type TerminalFlags = Pick<CommonFlags, 'color'> & PlainFlag;

/** Shows something of the wizard on this terminal; what that takes is loaded only now. */
export async function onTerminal<Result>(
	flags: TerminalFlags,
	show: (surface: Surface) => Promise<Result>,
): Promise<Result> {
	const isHeard = isReadAloud(flags);
	if (isHeard || isDumb()) {
		const {inConversation} = await import('./in-conversation.js');
		return inConversation(isHeard, show);
	}

	const {onScreen} = await import('./on-screen.js');
	return onScreen(flags, show);
}

/** Whether a conversation would be held here, which needs to be read alone, not drawn on. */
export function isConversation(flags: PlainFlag): boolean {
	return isReadAloud(flags) || isDumb();
}

/** A terminal that cannot move its cursor. */
function isDumb(): boolean {
	return process.env.TERM === 'dumb';
}

/** By a screen reader, which wants sentences in their order rather than a picture. */
function isReadAloud({plain}: PlainFlag): boolean {
	const {ACCESSIBLE = '', INK_SCREEN_READER} = process.env;
	return plain === true || ACCESSIBLE !== '' || INK_SCREEN_READER === 'true';
}
