import {Box, Text} from 'ink';
import type {ProbeResult} from '../../probes/probe-result.js';
import {otherEnd} from '../../reports/result-groups.js';
import {wrap} from '../../reports/wrap.js';
import {useLook} from '../widgets/look.js';

/** One result whole: verdict, what was seen, what to do, and what was observed. */
export function Evidence({
	result,
	height,
}: {
	readonly result: ProbeResult;
	readonly height: number;
}) {
	const {columns} = useLook();
	const facts = [
		['Row', `${result.id}: ${result.port}/${result.protocol}, ${otherEnd(result)}`],
		['Verdict', [result.verdict, result.cause, result.owner].filter(Boolean).join(', ')],
		['Seen', result.detail],
		['Address', result.address ?? 'none'],
		['To do', result.remedy ?? 'nothing'],
		['Observed', result.evidence === null ? 'nothing' : JSON.stringify(result.evidence)],
	] as const;
	const width = columns - 2 - 12;
	const lines = facts.flatMap(([name, text]) =>
		wrap(text, width).map((line, index) => ({name: index === 0 ? name : '', line})),
	);
	return (
		<Box flexDirection="column">
			{lines.slice(0, height).map(({name, line}, index) => (
				// Lines may be equal, and stand in a fixed order.
				<Box key={index}>
					<Box width={12} flexShrink={0}>
						<Text dimColor>{name}</Text>
					</Box>
					<Text>{line}</Text>
				</Box>
			))}
		</Box>
	);
}
