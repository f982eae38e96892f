import {Text} from 'ink';

export type MarkProps = {readonly text: string; readonly colour: string | undefined};

/** A mark and a space. Only marks are coloured: the words beside them say the same. */
export function Mark({text, colour}: MarkProps) {
	return (
		<Text bold {...(colour === undefined ? {} : {color: colour})}>
			{text}{' '}
		</Text>
	);
}
