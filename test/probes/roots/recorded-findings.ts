import assert from 'node:assert/strict';
import {proxyTarget} from '../../../source/answers/proxy-url.js';
import {type Cause, diagnoses} from '../../../source/probes/diagnoses.js';
import type {Finding} from '../../../source/probes/finding.js';
import type {Journey} from '../../../source/probes/observation.js';
import type {ProbeResult} from '../../../source/probes/probe-result.js';
import type {RootPlace} from '../../../source/probes/roots/root.js';
import type {Seen} from '../../../source/probes/talk.js';
import type {DialOutcome} from '../../../source/probes/tcp/dial-outcome.js';
import {sampleResult} from '../../reports/sample-results.js';
import {addressOf} from '../recorded-network.js';

/** 22 November 2026, 14:00 UTC by this server's clock, and nothing lacks. */
export const place: RootPlace = {
	from: {4: '10.10.0.10', 6: '2001:db8:10::10'},
	resolvers: [addressOf('10.62.0.53')],
	hostname: 'analytics.uni.edu',
	lack: undefined,
	now: Date.UTC(2026, 10, 22, 14),
};

/** A row that has failed with a cause, or only warns where something makes up for it. */
export function found(
	id: string,
	cause: Cause | null,
	parts: Readonly<Partial<ProbeResult>> = {},
	journeys: readonly Journey[] = [],
): Finding {
	const diagnosis = cause === null ? undefined : diagnoses[cause];
	return {
		result: sampleResult({
			...{id, cause, destination: `${id}.example`, detail: cause ?? 'works'},
			verdict: diagnosis?.verdict ?? 'pass',
			owner: diagnosis?.owner ?? null,
			remedy: cause === null ? null : `Mend ${cause}.`,
			...parts,
		}),
		journeys,
	};
}

/** A DNS server, as it is asked over one protocol. */
export function foundServer(
	protocol: 'tcp' | 'udp',
	cause: Cause | null,
	destination = '10.62.0.53',
): Finding {
	return found(`dns-${protocol}`, cause, {protocol, port: 53, destination});
}

/** A way that was gone to a proxy, and how it ended. */
export function wentToProxy(outcome: DialOutcome): Journey {
	const proxy = proxyTarget('http://10.10.0.8:3128');
	assert.ok(proxy);
	return {
		way: {via: 'proxy', address: addressOf('10.10.0.8'), proxy},
		seen: {dialled: {outcome, code: undefined, milliseconds: 11}},
	};
}

/** A way that was gone to an address. */
export function wentTo(
	address: string,
	seen: Omit<Seen, 'dialled'> = {},
	outcome: DialOutcome = 'connected',
): Journey {
	return {
		way: {via: 'direct', address: addressOf(address)},
		seen: {dialled: {outcome, code: undefined, milliseconds: 11}, ...seen},
	};
}
