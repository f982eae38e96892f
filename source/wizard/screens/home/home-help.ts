import {paragraphs} from '../../widgets/lines.js';
import type {Line} from '../../widgets/scroll.js';

const parts = [
	[
		'Rules',
		'Which configuration is in effect, who kept it and when. The last ten can be gone back to.',
	],
	[
		'Not applied',
		'Pages that were answered anew. They wait in the settings until they are applied.',
	],
	[
		'Proven',
		"How many rows of the vendor's list worked when they were tried last, and who must act on the others.",
	],
	[
		'Drift',
		'What is not as it was kept, because somebody or another program has changed it; and names that lead elsewhere now. Look at the settings and apply, and the rules are as you answered.',
	],
	['Names', 'Only there when something is amiss with the names that rules follow.'],
	['Support', 'From where somebody can log in to this server.'],
	['Others', 'What else on this server has a say about packets.'],
	[
		'Documents',
		'What each other team needs to know and to permit, for a mail or to print; and the answers file, for another server.',
	],
	[
		'Evidence',
		'One archive of what support needs to see. You see what is in it before it is written.',
	],
] as const;

/** What each line of the home screen means. */
export function homeHelp(width: number): readonly Line[] {
	return parts.flatMap(([name, text]) => [
		{text: name, isBold: true},
		...paragraphs([text], width),
	]);
}
