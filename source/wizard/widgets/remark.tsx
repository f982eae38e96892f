import {Text} from 'ink';
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
	return (
		<Text color={isFault ? 'red' : 'yellow'}>
			{isFault ? marks.verdict.fail : marks.attention} {text}
		</Text>
	);
}
