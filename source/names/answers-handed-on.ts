import {setTimeout as delay} from 'node:timers/promises';
import type {Address} from '../addresses/address.js';
import {messageOf} from '../failure.js';
import type {AskAddresses} from './ask-servers.js';
import type {NamesReport} from './followed-name.js';
import type {Forwarder} from './forwarding/forwarder.js';

/** Whether programs of this server get their answers from us, as far as that can be had. */
export type HandingOn = {
	readonly way: () => Pick<NamesReport, 'way' | 'because'>;
	/** Begins, or makes sure that it goes on, with these servers. */
	readonly renew: (servers: readonly Address[]) => Promise<void>;
	/** Asks a server itself, whatever becomes of the questions of other programs. */
	readonly ask: AskAddresses;
	readonly stop: () => Promise<void>;
};

export type HandOnContext = {
	/** @throws Failure when answers cannot be handed on here, and why */
	readonly start: (servers: readonly Address[]) => Promise<Forwarder>;
	/** Where nothing is turned aside. */
	readonly askDirectly: AskAddresses;
};

/** How often it is begun again at once, with more and more milliseconds in between. */
const attempts = 4;
const pause = 250;

export function handOnAnswers({start, askDirectly}: HandOnContext): HandingOn {
	let forwarder: Forwarder | undefined;
	let because: string | undefined;
	let wanted: readonly Address[] = [];
	let isStopped = false;
	let beginning: Promise<void> | undefined;

	const begin = async () => {
		try {
			const started = await start(wanted);
			forwarder = started;
			because = undefined;
			void started.stopped.then(async reason => {
				forwarder = undefined;
				because = reason;
				await beginAgain();
			});
		} catch (error) {
			because = messageOf(error);
		}
	};

	const beginOnce = async () => {
		if (forwarder === undefined && !isStopped) {
			beginning ??= begin().finally(() => {
				beginning = undefined;
			});
			await beginning;
		}
	};

	/** At once, and then a few times: the one before may hold the port for a moment. */
	const beginAgain = async () => {
		for (let attempt = 0; attempt < attempts && forwarder === undefined; attempt += 1) {
			await delay(attempt * pause, undefined, {ref: false});
			await beginOnce();
		}
	};

	let isFirst = true;
	const beginAgainOnce = () => {
		if (isFirst) {
			isFirst = false;
			void beginAgain();
		}
	};

	return {
		way: () =>
			forwarder === undefined
				? {way: 'asking', because}
				: {way: 'answers', because: undefined},
		async renew(servers) {
			wanted = servers;
			if (servers.length === 0) {
				because = 'No DNS server is known.';
			} else if (forwarder === undefined) {
				await beginOnce();
				beginAgainOnce();
			} else {
				await forwarder.setServers(servers);
			}
		},
		ask: (...question) => (forwarder?.ask ?? askDirectly)(...question),
		async stop() {
			isStopped = true;
			await beginning;
			await forwarder?.stop();
		},
	};
}
