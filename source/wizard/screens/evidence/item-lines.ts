import type {Marks} from '../../../reports/marks.js';
import {shorten, wrap} from '../../../reports/wrap.js';
import {formatBytes} from '../../../support/cut.js';
import type {EvidenceItem} from '../../../support/evidence.js';
import type {Line} from '../../widgets/scroll.js';

/** What was collected, with its size, and what was cut or failed of it. */
export function itemLines(
	items: readonly EvidenceItem[],
	marks: Pick<Marks, 'verdict' | 'attention' | 'more'>,
	width: number,
): readonly Line[] {
	const titleColumns = Math.min(
		width - markColumns - sizeColumns,
		Math.max(0, ...items.map(({title}) => title.length)),
	);
	return items.flatMap(({title, bytes, note}) => {
		const name = shorten(title, titleColumns, marks.more).padEnd(titleColumns);
		const text = `${name}${formatBytes(bytes).padStart(sizeColumns)}`;
		const mark =
			note === undefined
				? {text: marks.verdict.pass, colour: 'green'}
				: {text: marks.attention, colour: 'yellow'};
		if (note === undefined) {
			return [{mark, text}];
		}

		const whole = `${text}  ${note}`;
		return whole.length <= width - markColumns
			? [{mark, text: whole}]
			: [
					{mark, text},
					...wrap(note, width - markColumns - indent.length).map(line => ({
						mark: {text: ' ', colour: undefined},
						text: indent + line,
					})),
				];
	});
}

const markColumns = 2;
const sizeColumns = 11;
const indent = '  ';
