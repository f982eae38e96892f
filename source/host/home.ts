import {homedir} from 'node:os';
import {join} from 'node:path';

/** A path in which `~` is the home of whoever runs this program. */
export function expandHome(path: string, home: string = homedir()): string {
	return /^~(?:\/|$)/.test(path) ? join(home, path.slice(1)) : path;
}
