import {type Address, type Family, formatAddress} from '../addresses/address.js';
import type {Connection} from '../catalogue/connection.js';
import {plainText} from '../plain-text.js';
import {withoutSecrets} from '../redaction/without-secrets.js';
import {diagnoses} from './diagnoses.js';
import type {Judgement} from './judgement.js';
import type {InboundObservation, OutboundObservation} from './observation.js';
import type {ProbeResult, WayResult} from './probe-result.js';
import {verdictOf} from './verdict-of.js';

/** Which row was probed, and with what names. */
export type RowResult = {
	readonly connection: Pick<
		Connection,
		'id' | 'direction' | 'protocol' | 'retired' | 'changed'
	>;
	readonly source: string;
	readonly destination: string;
	readonly port: number;
};

/** The way that a judgement is about. */
export type AboutWay = {
	/** The address that was tried. */
	readonly address: string | null;
	readonly milliseconds: number | null;
	readonly ways: readonly WayResult[];
};

const noWay: AboutWay = {address: null, milliseconds: null, ways: []};

/** Where a run takes place, for the remedies. */
export type Place = {
	/** This server's own address, for each family that is spoken to. */
	readonly from: Readonly<Record<Family, string>>;
	readonly resolvers: readonly Address[];
};

/** A judgement with its owner, its remedy and the evidence. */
export function makeResult(
	{connection, source, destination, port}: RowResult,
	judged: Judgement,
	observation: InboundObservation | OutboundObservation | object | null,
	place: Place,
	{address, milliseconds, ways}: AboutWay = noWay,
): ProbeResult {
	const {cause, detail, about, named = ''} = judged;
	const {id, direction, protocol} = connection;
	const diagnosis = cause === null ? undefined : diagnoses[cause];
	const end = about ?? destination;
	const remedy = diagnosis?.remedy({
		destination: end,
		reached: address === null || address === end ? end : `${end} (${address})`,
		address: address ?? destination,
		port,
		protocol,
		from: place.from[address?.includes(':') ? 6 : 4],
		resolvers: place.resolvers.map(formatAddress).join(', ') || 'none',
		retirement: (connection.retired ?? connection.changed)?.text ?? '',
		named: plainText(named),
	});
	return {
		id,
		direction,
		source,
		destination,
		address,
		port,
		protocol,
		verdict: verdictOf(judged),
		cause,
		owner: diagnosis?.owner ?? null,
		detail: plainText(withoutSecrets(detail)),
		remedy: remedy || null,
		milliseconds,
		ways,
		evidence: observation === null ? null : asEvidence(observation),
	};
}

/**
 * Addresses as text, since JSON has no big integers, and every text as plain text: what
 * a network says is data, and may repeat a secret.
 */
function asEvidence(observation: object): unknown {
	return JSON.parse(
		JSON.stringify(observation, (_key, value: unknown) => {
			if (isAddress(value)) {
				return formatAddress(value);
			}

			return typeof value === 'string'
				? plainText(withoutSecrets(value), mostOfText)
				: value;
		}),
	);
}

const mostOfText = 500;

function isAddress(value: unknown): value is Address {
	return (
		typeof value === 'object' &&
		value !== null &&
		'family' in value &&
		'value' in value &&
		typeof value.value === 'bigint'
	);
}
