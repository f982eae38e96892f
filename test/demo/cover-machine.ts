import {spawnSync} from 'node:child_process';
import {mkdirSync} from 'node:fs';
import {mount} from '../campus/agent/private-files.js';

/**
 * Lays memory over what programs write, before there is any host: a user's root may not
 * write over files of the real one, so /etc is a copy of what that user may read.
 */
export function coverMachine(): void {
	mount('-t', 'tmpfs', '-o', 'mode=755', 'demo', '/run');
	// It ends with 1 for what may not be read, as /etc/shadow.
	spawnSync('cp', ['-R', '/etc', '/run/etc']);
	mount('--bind', '/run/etc', '/etc');
	mount('-t', 'tmpfs', '-o', 'mode=755', 'demo', '/var/lib');
	// nginx makes its own folders, but not the one for them.
	mkdirSync('/var/lib/nginx/tmp', {recursive: true});
}
