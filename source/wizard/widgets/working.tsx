import {Text, useAnimation} from 'ink';
import {useLook} from './look.js';

/** Says what is being done, and that it goes on. */
export function Working({doing}: {readonly doing: string}) {
	const {marks} = useLook();
	const {frame} = useAnimation({interval: 600});
	return (
		<Text dimColor>
			{doing} {marks.separator.repeat(1 + (frame % 3))}
		</Text>
	);
}
