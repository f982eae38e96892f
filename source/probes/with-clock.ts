import {catalogue} from '../catalogue/catalogue.js';
import type {Finding} from './finding.js';
import type {ProbeContext} from './probe-context.js';
import {probeRowSafely} from './probe-safely.js';
import {clockFinding, isAboutDates} from './roots/clock.js';
import type {RootPlace} from './roots/root.js';

/** NTP's (RFC 5905). */
const timePort = 123;

/**
 * Adds what the others say of this server's clock. Where no time server was to be asked,
 * but a certificate fails by its dates, they are asked now.
 */
export async function withClock(
	findings: readonly Finding[],
	context: ProbeContext,
	place: RootPlace,
): Promise<readonly Finding[]> {
	const isAsked = findings.some(({result: {port}}) => port === timePort);
	const servers = catalogue.filter(({probe}) => probe === 'sntp');
	const more =
		!isAsked && findings.some(isAboutDates)
			? await Promise.all(servers.map(row => probeRowSafely(row, context)))
			: [];
	const clock = clockFinding([...findings, ...more.flat()], place);
	return clock === undefined ? findings : [clock, ...findings];
}
