import * as z from 'zod';
import {formatAddress, parseAddress} from '../addresses/address.js';
import {formatCidr, readCidrOnce} from '../addresses/cidr.js';
import type {Match, Peers, Policy, Rule} from './policy.js';

/** A policy as JSON text, its addresses in words. */
export function policyToJson({rules, guardedPorts, warnings}: Policy): string {
	const stored = {
		schema: 1,
		guardedPorts,
		warnings,
		rules: rules.map(rule => ({...rule, peers: storedPeers(rule.peers)})),
	};
	return `${JSON.stringify(stored, undefined, '\t')}\n`;
}

/** The policy of such a text; undefined when it is damaged. */
export function policyFromJson(json: string): Policy | undefined {
	try {
		const {rules, guardedPorts, warnings} = storedSchema.parse(JSON.parse(json));
		return {rules: rules.map(ruleOf), guardedPorts, warnings};
	} catch {
		return undefined;
	}
}

const peersSchema = z.discriminatedUnion('kind', [
	z.object({kind: z.literal('any')}),
	z.object({
		kind: z.literal('some'),
		cidrs: z.array(z.string()),
		names: z.array(
			z.object({
				name: z.string(),
				addresses: z.array(z.string()),
				isFollowed: z.boolean().default(false),
			}),
		),
	}),
]);
type StoredPeers = z.output<typeof peersSchema>;

const protocol = z.enum(['tcp', 'udp']);
const port = z.int().min(1).max(65_535);
const matchSchema = z.discriminatedUnion('kind', [
	z.object({
		kind: z.literal('port'),
		protocol,
		port,
		sourcePort: z.exactOptional(port),
	}),
	z.object({
		kind: z.literal('icmp'),
		family: z.union([z.literal(4), z.literal(6)]),
		types: z.array(z.int().min(0).max(255)),
	}),
	z.object({kind: z.literal('loopback')}),
	z.object({kind: z.literal('replies')}),
	z.object({kind: z.literal('everything')}),
]) satisfies z.ZodType<Match>;

const storedSchema = z.object({
	schema: z.literal(1),
	guardedPorts: z.array(port),
	warnings: z.array(z.string()),
	rules: z.array(
		z.object({
			id: z.string().regex(/^[a-z0-9-]+$/),
			direction: z.enum(['inbound', 'outbound']),
			match: matchSchema,
			peers: peersSchema,
			origin: z.enum(['list', 'host', 'site']),
			usage: z.string(),
		}),
	),
});

function storedPeers(peers: Peers): StoredPeers {
	return peers.kind === 'any'
		? peers
		: {
				kind: 'some',
				cidrs: peers.cidrs.map(formatCidr),
				names: peers.names.map(({name, addresses, isFollowed}) => ({
					name,
					// What a followed name stands for is no part of a policy.
					addresses: isFollowed ? [] : addresses.map(formatAddress),
					isFollowed,
				})),
			};
}

/** An address that cannot be read would silently shut somebody out. */
function mustRead<Value>(value: Value | undefined, text: string): Value {
	if (value === undefined) {
		throw new TypeError(`"${text}" is no address.`);
	}

	return value;
}

function ruleOf(stored: z.output<typeof storedSchema>['rules'][number]): Rule {
	return {...stored, peers: peersOf(stored.peers)};
}

function peersOf(stored: StoredPeers): Peers {
	return stored.kind === 'any'
		? stored
		: {
				kind: 'some',
				cidrs: stored.cidrs.map(text => mustRead(readCidrOnce(text).value, text)),
				names: stored.names.map(({name, addresses, isFollowed}) => ({
					name,
					addresses: addresses.map(text => mustRead(parseAddress(text), text)),
					isFollowed,
				})),
			};
}
