import process from 'node:process';
import {askingUser} from './redirect.js';

/**
 * Makes this process one that can do nothing but talk: its user owns no file and no other
 * process, and has no capability. What it loads must be loaded by then.
 * @throws where there is no other user, as in a namespace with one
 */
export function dropRights(): void {
	process.setgroups?.([]);
	process.setgid?.(askingUser);
	process.setuid?.(askingUser);
}
