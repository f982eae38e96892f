import type {Marks} from '../../reports/marks.js';
import {wrap} from '../../reports/wrap.js';
import type {Line} from '../widgets/scroll.js';

/** Sentences that want attention, each with a mark beside its first line. */
export function remarkLines(
	texts: readonly string[],
	{attention}: Pick<Marks, 'attention'>,
	width: number,
): readonly Line[] {
	return texts.flatMap(text =>
		wrap(text, width - 2).map((line, index) => ({
			mark: {text: index === 0 ? attention : ' ', colour: 'yellow'},
			text: line,
		})),
	);
}
