import process from 'node:process';

/** The command of busy-screen.tsx, which one of its writers draws. */
export function busyScreen(
	writer: 'own' | 'changed-lines' | 'shipped',
): readonly [file: string, ...arguments_: string[]] {
	return [process.execPath, '--import=tsx', 'test/terminal/busy-screen.tsx', writer];
}
