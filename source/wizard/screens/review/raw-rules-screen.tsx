import {useMemo} from 'react';
import type {Plan} from '../../../flow/plan.js';
import {wrap} from '../../../reports/wrap.js';
import {useLook} from '../../widgets/look.js';
import type {Line} from '../../widgets/scroll.js';
import {ReadingScreen, type ReadingScreenProps} from '../reading-screen.js';

export type RawRulesScreenProps = Pick<
	ReadingScreenProps,
	'status' | 'onClose' | 'onLeave'
> & {
	/** Undefined while it is being worked out, or when that failed. */
	readonly plan: Plan | undefined;
};

/** The rules as the kernel, and whoever else is told of them, gets them. */
export function RawRulesScreen({plan, ...screen}: RawRulesScreenProps) {
	const {columns} = useLook();
	const lines = useMemo(
		() =>
			plan?.raw.flatMap(({path, content}): readonly Line[] => [
				{text: path, isBold: true},
				...content.split('\n').flatMap(line => broken(line, columns - 2)),
			]) ?? [{text: 'The rules are not worked out yet.'}],
		[plan, columns],
	);
	return (
		<ReadingScreen
			title="Raw rules"
			subject="As they are loaded, all at once"
			lines={lines}
			closedBy={['r', 'in words']}
			{...screen}
		/>
	);
}

/** A line that is too wide goes on further to the right than it began. */
function broken(line: string, width: number): readonly Line[] {
	const text = line.replaceAll('\t', '  ');
	const indent = /^ */.exec(text)?.[0] ?? '';
	const further = `${indent}    `;
	const lines = wrap(text.trim(), width - further.length);
	return lines.length <= 1 || text.length <= width
		? [{text}]
		: lines.map((part, index) => ({text: `${index === 0 ? indent : further}${part}`}));
}
