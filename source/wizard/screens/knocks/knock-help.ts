import {paragraphs} from '../../widgets/lines.js';
import type {Line} from '../../widgets/scroll.js';

const story = [
	'Whether others can reach this server shows only from their side. Ask somebody there to run the line that is shown; whoever comes to 9999, 19999 or 22 is told here as it happens, with the address that they come from and whether the rules let them in.',
	'Nothing is opened by waiting. The kernel counts who comes before any rule has a say, and who is let in after all of them.',
	'Where nobody is seen although somebody tries, nothing of it reaches this server: a firewall on the way drops it, or the name leads elsewhere. Have it tried with the address too.',
	'Tab shows the line for another tool. Where no program listens yet on 9999 or 19999, the space bar has this server answer for a test; end that before you start Analytics.',
] as const;

/** What waiting is for, and what to make of silence. */
export function knockHelp(width: number): readonly Line[] {
	return paragraphs(story, width);
}
