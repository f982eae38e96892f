import {isAbsolute, join} from 'node:path';

/** Where the program keeps its files. */
export type Paths = {
	/** Answers. */
	readonly config: string;
	/** Draft, generations, last results, logs. */
	readonly state: string;
	/** What belongs to this boot only: the socket of a guard. */
	readonly run: string;
	/**
	 * What every login is told, in place of the package's file of the same name in
	 * /usr/lib (pam_motd(8)); undefined in a user's own folders, where nobody logs in.
	 */
	readonly loginMessage: string | undefined;
};

/**
 * The folders under a root (`/` or the `--root` prefix), or, for a user who is not root
 * and names none, under that user's own folders (XDG Base Directory specification).
 */
export function pathsFor(
	root: string | undefined,
	isRoot: boolean,
	environment: NodeJS.ProcessEnv,
): Paths {
	if (root !== undefined || isRoot) {
		return {
			config: join(root ?? '/', 'etc/analytics-setup'),
			state: join(root ?? '/', 'var/lib/analytics-setup'),
			run: join(root ?? '/', 'run/analytics-setup'),
			loginMessage: join(root ?? '/', 'run/motd.d/analytics-setup'),
		};
	}

	const {HOME = '/', XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_RUNTIME_DIR} = environment;
	const state = join(
		absolute(XDG_STATE_HOME) ?? join(HOME, '.local/state'),
		'analytics-setup',
	);
	const run = absolute(XDG_RUNTIME_DIR);
	return {
		config: join(absolute(XDG_CONFIG_HOME) ?? join(HOME, '.config'), 'analytics-setup'),
		state,
		run: run === undefined ? join(state, 'run') : join(run, 'analytics-setup'),
		loginMessage: undefined,
	};
}

/** The specification asks to ignore what is no absolute path. */
function absolute(path: string | undefined): string | undefined {
	return path !== undefined && isAbsolute(path) ? path : undefined;
}
