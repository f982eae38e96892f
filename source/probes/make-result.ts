import {type Address, formatAddress} from '../addresses/address.js';
import type {Connection} from '../catalogue/connection.js';
import {diagnoses} from './diagnosis.js';
import type {Judgement} from './judgement.js';
import type {InboundObservation, OutboundObservation} from './observation.js';
import type {ProbeResult} from './probe-result.js';

/** Which row was probed, and with what names. */
export type RowResult = {
	readonly connection: Connection;
	readonly source: string;
	readonly destination: string;
	readonly port: number;
};

/** A judgement with its owner, its remedy and the evidence. */
export function makeResult(
	{connection, source, destination, port}: RowResult,
	{cause, detail, address, milliseconds, about}: Judgement,
	observation: InboundObservation | OutboundObservation | null,
	{from, resolvers}: {readonly from: string; readonly resolvers: readonly Address[]},
): ProbeResult {
	const {id, direction, protocol} = connection;
	const diagnosis = cause === null ? undefined : diagnoses[cause];
	const situation = {
		destination: about ?? destination,
		address: address ?? destination,
		port,
		protocol,
		from,
		resolvers: resolvers.map(formatAddress).join(', ') || 'none',
		retirement: connection.retired?.text ?? '',
	};
	const remedy = diagnosis?.remedy(situation) ?? '';
	return {
		id,
		direction,
		source,
		destination,
		address,
		port,
		protocol,
		verdict: diagnosis?.verdict ?? 'pass',
		cause,
		owner: diagnosis?.owner ?? null,
		detail,
		remedy: remedy === '' ? null : remedy,
		milliseconds,
		evidence: observation === null ? null : withTextAddresses(observation),
	};
}

/** Addresses as text, since JSON has no big integers. */
function withTextAddresses(
	observation: InboundObservation | OutboundObservation,
): unknown {
	return JSON.parse(
		JSON.stringify(observation, (_key, value: unknown) =>
			isAddress(value) ? formatAddress(value) : value,
		),
	);
}

function isAddress(value: unknown): value is Parameters<typeof formatAddress>[0] {
	return (
		typeof value === 'object' &&
		value !== null &&
		'family' in value &&
		'value' in value &&
		typeof value.value === 'bigint'
	);
}
