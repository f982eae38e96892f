import {setTimeout as delay} from 'node:timers/promises';
import {Failure} from '../failure.js';
import type {Knocks} from '../firewall/knocks/knock.js';
import type {InboundNews} from '../probes/inbound/inbound-news.js';
import {inboundRows} from '../probes/inbound/inbound-rows.js';
import {type StandIns, standIns} from '../probes/inbound/stand-ins.js';
import {type KnockPlace, newsOfKnocks} from './news-of-knocks.js';

export type InboundWatch = {
	/** The rows whose ports are watched; all of them unless told otherwise. */
	readonly ids?: readonly string[];
	/** Whether stand-ins are to answer where no program listens; asked all the time. */
	readonly isAnswering: () => boolean;
	/** Told when the kernel counts: whoever knocks from then on is seen. */
	readonly onBegun?: () => void;
	readonly onNews: (news: InboundNews) => void;
	readonly signal: AbortSignal;
};

/** How long to wait between two readings, in milliseconds. */
const pause = 500;

/**
 * Tells who knocks on the ports of the inbound rows, until it is called off. Nothing of it
 * is left then, neither in the kernel nor on a port.
 * @throws Failure `not-permitted`, or `command.failed` when the kernel cannot be asked
 */
export async function watchInbound(
	place: KnockPlace,
	{ids, isAnswering, onBegun, onNews, signal}: InboundWatch,
): Promise<void> {
	const {machine} = place;
	if (machine.watchKnocks === undefined) {
		throw new Failure('not-permitted', 'Seeing who knocks needs root and nftables.', {
			remedies: ['Run the same command as root, on a server that has nftables.'],
		});
	}

	const ports = inboundRows(ids).map(({portNumber}) => portNumber);
	const watch = machine.watchKnocks(inboundRows().map(({portNumber}) => portNumber));
	const stand = standIns(machine.answerOn);
	let before: Knocks = {knocks: [], fullPorts: []};
	const look = async () => {
		const wanted = isAnswering() ? ports.filter(mayStandIn) : [];
		(await listenerNews(stand, wanted, machine.now())).forEach(onNews);
		const now = onlyAt(ports, await watch.read());
		(await newsOfKnocks(before, now, place, stand.has)).forEach(onNews);
		before = now;
	};

	try {
		await look();
		onBegun?.();
		while (!signal.aborted) {
			await delay(pause, undefined, {signal}).catch(() => undefined);
			if (!signal.aborted) {
				await look();
			}
		}
	} catch (error) {
		// Ctrl-C ends the program that is just being asked, too.
		if (!signal.aborted) {
			throw error;
		}
	} finally {
		await Promise.all([watch.stop(), stand.answer([])]);
	}
}

/** The ports below are the system's own: nobody must take a stand-in for a login. */
function mayStandIn(port: number): boolean {
	return port >= 1024;
}

async function listenerNews(
	stand: StandIns,
	ports: readonly number[],
	at: number,
): Promise<readonly InboundNews[]> {
	const changed = await stand.answer(ports);
	return changed.map(news => ({at, event: 'listening', ...news}));
}

function onlyAt(ports: readonly number[], {knocks, fullPorts}: Knocks): Knocks {
	return {
		knocks: knocks.filter(({port}) => ports.includes(port)),
		fullPorts: fullPorts.filter(port => ports.includes(port)),
	};
}
