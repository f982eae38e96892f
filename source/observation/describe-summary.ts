import {formatAddress} from '../addresses/address.js';
import {formatMoment, timeAgo} from '../moment.js';
import type {
	ObservedConnection,
	ObservedDestination,
	ObservedSummary,
} from './summary.js';

/** `Observed since 2026-11-22 14:02 UTC, and it goes on. Nothing is blocked by that.` */
export function describeSpan({
	since,
	until,
}: Pick<ObservedSummary, 'since' | 'until'>): string {
	return until === undefined
		? `Observed since ${momentOf(since)}, and it goes on. Nothing is blocked by that.`
		: `Observed from ${momentOf(since)} to ${momentOf(until)}.`;
}

/** `license.looker.com (198.51.100.7) 443/tcp` */
export function describeDestination(
	{names, addresses, port, protocol}: ObservedDestination,
	most = 2,
): string {
	const rest = addresses.length > most ? ` and ${addresses.length - most} more` : '';
	const texts = `${addresses.slice(0, most).map(formatAddress).join(', ')}${rest}`;
	const place = names.length === 0 ? texts : `${names.join(', ')} (${texts})`;
	return `${place} ${port}/${protocol}`;
}

/** `3 connections, the last 5 minutes ago` */
export function describeUse(
	{tries, isAnswered, last}: Pick<ObservedDestination, 'tries' | 'isAnswered' | 'last'>,
	now: number,
): string {
	const ago = timeAgo(new Date(last).toISOString(), now);
	if (!isAnswered) {
		return `${counted(tries, 'try', 'tries')}, the last ${ago}, and no answer`;
	}

	// Whatever is open without having begun was there before anybody counted.
	return tries === 0
		? `a connection that was open before, seen ${ago}`
		: `${counted(tries, 'connection', 'connections')}, the last ${ago}`;
}

/** What would be cut off: whatever was never answered does not work now, either. */
export function cutOff({
	unknown,
}: Pick<ObservedSummary, 'unknown'>): readonly ObservedDestination[] {
	return unknown.filter(({isAnswered}) => isAnswered);
}

/** The connections that nothing was seen of: perhaps they are only needed now and then. */
export function notSeen({
	connections,
}: Pick<ObservedSummary, 'connections'>): readonly ObservedConnection[] {
	return connections.filter(({destinations}) => destinations.length === 0);
}

function counted(count: number, one: string, many: string): string {
	return `${count} ${count === 1 ? one : many}`;
}

function momentOf(moment: number): string {
	return formatMoment(new Date(moment).toISOString());
}
