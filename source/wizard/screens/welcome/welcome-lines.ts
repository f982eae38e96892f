import type {BackendName} from '../../../firewall/backend.js';
import type {Marks} from '../../../reports/marks.js';
import {wrap} from '../../../reports/wrap.js';
import type {Line} from '../../widgets/scroll.js';
import {welcome} from '../../words/welcome.js';
import {remarkLines} from '../remark-lines.js';

export type WelcomeText = {
	/** What there is to know before one begins, a text each. */
	readonly remarks: readonly string[];
	readonly backend: BackendName;
	/** How far an earlier session came; undefined where there was none. */
	readonly before: string | undefined;
	readonly marks: Pick<Marks, 'attention'>;
	readonly width: number;
};

/** What the wizard does, and what to have at hand; before that, what is new to somebody who knows it. */
export function welcomeLines({
	remarks,
	backend,
	before,
	marks,
	width,
}: WelcomeText): readonly Line[] {
	const news = [
		...remarkLines(remarks, marks, width),
		...(before === undefined ? [] : wrap(before, width).map(toLine)),
	];
	return [
		...wrap(welcome.headline, width).map(text => ({text, isBold: true})),
		blank,
		...(news.length === 0 ? [] : [...news, blank]),
		...welcome
			.stages(backend)
			.flatMap((stage, index) =>
				wrap(stage, width - indent - 2).map((text, line) =>
					toLine(`${(line === 0 ? `${index + 1} ` : '').padStart(indent + 2)}${text}`),
				),
			),
		blank,
		...wrap(welcome.haveAtHand, width).map(toLine),
	];
}

const blank: Line = {text: ''};
const indent = 2;

function toLine(text: string): Line {
	return {text};
}
