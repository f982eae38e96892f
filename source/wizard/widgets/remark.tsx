import {Box, Text} from 'ink';
import {useLook} from './look.js';

/** A sentence that wants attention, with a mark and not by its colour alone. */
export function Remark({
	text,
	isFault = false,
}: {
	readonly text: string;
	readonly isFault?: boolean;
}) {
	const {marks} = useLook();
	const color = isFault ? 'red' : 'yellow';
	return (
		<Box>
			<Box flexShrink={0}>
				<Text color={color}>{isFault ? marks.verdict.fail : marks.attention} </Text>
			</Box>
			<Text color={color}>{text}</Text>
		</Box>
	);
}
