import {setTimeout as delay, setInterval} from 'node:timers/promises';
import type {NameSources} from '../host/resolver.js';
import type {Observer} from '../observation/observer.js';
import {type HandOnContext, handOnAnswers} from './answers-handed-on.js';
import {askServers} from './ask-servers.js';
import type {NamesReport} from './followed-name.js';

import {type NamesPlace, openKnownNames} from './known-names.js';
import type {NamesRequest} from './messages.js';
import {openNamesHub} from './names-hub.js';
import {askFollower, namesSocket} from './names-link.js';
import type {ToldAnswer} from './told-answer.js';

export type FollowContext = NamesPlace & {
	/** The servers to ask, and what the hosts file knows. */
	readonly readSources: () => Promise<NameSources>;
	readonly startForwarder: (
		servers: NameSources['servers'],
		onAnswer: (told: ToldAnswer) => Promise<void>,
	) => ReturnType<HandOnContext['start']>;
	readonly askDirectly: HandOnContext['askDirectly'];
	readonly observer: Observer;
	/** Given when it is told to stop, at a shutdown for instance. */
	readonly stop: AbortSignal;
};

/** How often each server is asked at a look where answers are not handed on. */
const timesAlone = 3;

/**
 * Follows the names that the kernel has sets for, until it is told to stop, or until there
 * is nothing left to follow or to observe.
 */
export async function followNames(context: FollowContext): Promise<void> {
	const {folders, bounds, observer, readSources, stop} = context;
	// Two would take each other's place.
	if ((await askFollower(folders.run, 'tell')) !== undefined) {
		return;
	}

	const end = new AbortController();
	stop.addEventListener('abort', () => end.abort());
	const failed = Promise.withResolvers<never>();
	let sources = await readSources();
	const handingOn = handOnAnswers({
		askDirectly: context.askDirectly,
		start: servers => context.startForwarder(servers, onAnswer),
	});
	const {follower, told, save} = await openKnownNames(context, name =>
		askServers(name, sources, {
			ask: handingOn.ask,
			times: handingOn.way().way === 'answers' ? 1 : timesAlone,
		}),
	);

	/** Whoever asks gets an answer, permitted or not. */
	async function onAnswer(answer: ToldAnswer) {
		observer.onTold(answer);
		await follower.hear(answer.name, answer.addresses).catch(failed.reject);
	}

	// Names are followed whether or not anything can be observed.
	const observe = () => observer.look().catch(() => false);
	const isNeeded = async () => (await observe()) || follower.names().length > 0;

	const renew = async () => {
		sources = await readSources();
		await handingOn.renew(sources.servers);
	};

	const acts: Readonly<Record<NamesRequest['ask'], () => Promise<unknown>>> = {
		tell: follower.takeUp,
		async look() {
			await follower.takeUp();
			await renew();
			await Promise.race([
				follower.lookAtNew(),
				delay(bounds.patience, undefined, {ref: false}),
			]);
			await save();
			if (!(await isNeeded())) {
				end.abort();
			}
		},
		async refresh() {
			await renew();
			await follower.refresh();
			await save();
		},
	};

	await follower.takeUp();
	if (!(await isNeeded())) {
		await save();
		return;
	}

	// At once: programs may have been told something while nobody was here.
	const following = follower.keepUp(end.signal);
	await renew();
	const hub = await openNamesHub(namesSocket(folders.run), async ask => {
		await acts[ask]().catch(failed.reject);
		return {...handingOn.way(), names: told()} satisfies NamesReport;
	});
	try {
		await Promise.race([
			following,
			everySoOften(bounds.round, end.signal, async () => {
				await follower.takeUp();
				await renew();
				await observe();
				await save();
			}),
			failed.promise,
		]);
	} finally {
		end.abort();
		await hub.close();
		await handingOn.stop();
		await observer.stop().catch(() => undefined);
		await save();
	}
}

async function everySoOften(
	milliseconds: number,
	stop: AbortSignal,
	work: () => Promise<void>,
): Promise<void> {
	try {
		for await (const _ of setInterval(milliseconds, undefined, {signal: stop})) {
			await work();
		}
	} catch (error) {
		if (!stop.aborted) {
			throw error;
		}
	}
}
