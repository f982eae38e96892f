import {constants} from 'node:fs';
import {access} from 'node:fs/promises';
import {delimiter, join} from 'node:path';
import process from 'node:process';

/** Whether a program is in a folder of PATH, without starting it. */
export async function isOnPath(
	program: string,
	path = process.env.PATH ?? '',
): Promise<boolean> {
	const folders = path.split(delimiter);
	const found = await Promise.all(
		folders.map(folder =>
			access(join(folder, program), constants.X_OK).then(
				() => true,
				() => false,
			),
		),
	);
	return found.includes(true);
}
