import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {missingPackages} from '../campus/need.js';
import {
	judgeKernel,
	judgePlatform,
	judgePrograms,
	type Refusal,
	type Seen,
	settingNames,
} from './refusal.js';
import {neededPrograms} from './services-here.js';

/** The namespaces in which the network stands; root has no need to become root. */
export function namespaces(): readonly string[] {
	const user = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];
	const kinds = ['--mount', '--net', '--uts', '--pid', '--mount-proc'];
	return [...user, ...kinds, '--fork', '--kill-child', '--'];
}

/** Why the network cannot be built on this machine; undefined where it can. */
export function findRefusal(): Refusal | undefined {
	return (
		judgePlatform(process.platform) ??
		judgePrograms(missingPackages(neededPrograms)) ??
		judgeKernel(askKernel())
	);
}

function askKernel(): Seen {
	const {status, stderr} = spawnSync(
		'unshare',
		[...namespaces(), 'mount', '-t', 'tmpfs', 'demo', '/run'],
		{
			encoding: 'utf8',
		},
	);
	const settings = settingNames.map(name => [name, readSetting(name)]);
	return {
		complaint: status === 0 ? undefined : stderr.trim(),
		settings: Object.fromEntries(settings),
	};
}

function readSetting(name: string): string | undefined {
	try {
		return readFileSync(join('/proc/sys', ...name.split('.')), 'utf8').trim();
	} catch {
		// A kernel without the setting does not forbid by it.
		return undefined;
	}
}
