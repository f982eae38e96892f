import {setTimeout as delay} from 'node:timers/promises';
import {Failure} from '../failure.js';
import type {RunCommand} from '../host/command.js';
import type {OwnCommand} from '../host/own-command.js';
import type {Paths} from '../host/paths.js';
import {late} from '../late.js';
import type {NamesReport} from './followed-name.js';

/** Whoever follows the names of this server, in a process of its own. */
export type FollowerService = {
	/** What it knows; undefined where nobody follows names. */
	readonly report: () => Promise<NamesReport | undefined>;
	/**
	 * Has it follow what the kernel has sets for now, and waits until each name that is new
	 * was looked up. It ends by itself where there is nothing to follow or to observe.
	 */
	readonly look: () => Promise<NamesReport | undefined>;
	/**
	 * The same, and starts it where it does not run.
	 * @throws Failure `command.failed` when it does not start
	 */
	readonly begin: () => Promise<NamesReport>;
};

export type ServiceOptions = {
	readonly paths: Pick<Paths, 'state' | 'run'>;
	/** The prefix of these paths; undefined on the running system. */
	readonly root: string | undefined;
	/** How this program is started. */
	readonly own: OwnCommand;
	readonly command: RunCommand;
	/** Its unit, and what writes that where it is missing. */
	readonly unit: string;
	readonly installUnit: () => Promise<void>;
};

/** How long it may take to start, in milliseconds. */
const patience = 7500;

const loadLink = late(() => import('./names-link.js'));
const loadStore = late(() => import('./names-store.js'));
const loadService = late(() => import('../host/start-service.js'));

export function followerService(options: ServiceOptions): FollowerService {
	const {paths, root, own, command, unit, installUnit} = options;
	const ask = async (what: 'look' | 'tell') => {
		const {askFollower} = await loadLink();
		return askFollower(paths.run, what);
	};

	const look = () => ask('look');

	const start = async () => {
		const [{namesStore}, {startService}] = await Promise.all([
			loadStore(),
			loadService(),
		]);
		await namesStore(paths.state).prepare();
		await installUnit();
		const flags = root === undefined ? [] : ['--root', root];
		await startService(own, ['follow-names', ...flags], {
			command,
			// It knows the folders of the running system.
			unit: root === undefined ? unit : undefined,
		});
		return untilThere(look);
	};

	const begin = async () => {
		// Twice: one that is just ending, with nothing to do, takes away what it was kept by.
		const report = (await look()) ?? (await start()) ?? (await start());
		if (report === undefined) {
			throw new Failure(
				'command.failed',
				'The service that follows the names of the rules does not start.',
				{remedies: [`Look for "${unit}" in the system log.`]},
			);
		}

		return report;
	};

	return {look, begin, report: () => ask('tell')};
}

async function untilThere(
	look: FollowerService['look'],
): Promise<NamesReport | undefined> {
	const end = performance.now() + patience;
	while (performance.now() < end) {
		const report = await look();
		if (report !== undefined) {
			return report;
		}

		// It tells nobody when it begins to listen: it is another process, maybe of systemd.
		await delay(10);
	}

	return undefined;
}
