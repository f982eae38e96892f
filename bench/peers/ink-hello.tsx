import {Box, render, Text, useApp, useInput} from 'ink';
import {useState} from 'react';

// The least that Ink can do: one line, and it hears keys.
function Hello() {
	const {exit} = useApp();
	const [keys, count] = useState(0);
	useInput(input => {
		if (input === 'q') {
			exit();
		} else {
			count(now => now + 1);
		}
	});
	return (
		<Box>
			<Text>{keys === 0 ? 'Press a key' : `Keys: ${keys}`}</Text>
		</Box>
	);
}

render(<Hello />);
