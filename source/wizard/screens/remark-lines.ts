import type {Marks} from '../../reports/marks.js';
import {marked} from '../widgets/lines.js';
import type {Line} from '../widgets/scroll.js';

/** Sentences that want attention, each with a mark beside its first line. */
export function remarkLines(
	texts: readonly string[],
	{attention}: Pick<Marks, 'attention'>,
	width: number,
): readonly Line[] {
	return texts.flatMap(text => marked({text: attention, colour: 'yellow'}, text, width));
}
