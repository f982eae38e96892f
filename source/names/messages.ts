import * as z from 'zod';
import {type Address, formatAddress, parseAddress} from '../addresses/address.js';
import {lineReader} from '../host/json-lines.js';
import type {NameFault} from '../host/resolver.js';
import type {FollowedName, NamesReport} from './followed-name.js';

/**
 * What a follower is asked, one JSON line each; it answers with a report once that is done.
 * `tell`: what it knows. `look`: the sets in the kernel may have changed. `refresh`: ask the
 * DNS for every name now.
 */
const requestSchema = z.object({ask: z.enum(['tell', 'look', 'refresh'])}).readonly();
export type NamesRequest = z.output<typeof requestSchema>;
export const readNamesRequest = lineReader(requestSchema);

export const nameFaults = [
	...['nxdomain', 'no-address', 'servfail', 'refused', 'timeout', 'no-server'],
] as const satisfies readonly NameFault[];

export const addressSchema = z.string().transform((text, context): Address => {
	const address = parseAddress(text);
	if (address === undefined) {
		context.addIssue(`"${text}" is no address.`);
		return z.NEVER;
	}

	return address;
});
const momentSchema = z.number();

/** A name as it is told and written down: addresses as text, and null for what is not there. */
const nameSchema = z
	.object({
		name: z.string(),
		addresses: z.array(
			z.object({address: addressSchema, since: momentSchema, until: momentSchema}),
		),
		refused: z.array(
			z.object({address: addressSchema, reason: z.enum(['sinkhole', 'inside'])}),
		),
		answered: momentSchema.nullable().transform(moment => moment ?? undefined),
		fault: z
			.enum(nameFaults)
			.nullable()
			.transform(fault => fault ?? undefined),
		nextLook: momentSchema,
	})
	.readonly();
type NameLine = z.input<typeof nameSchema>;

const reportSchema = z
	.object({
		way: z.enum(['answers', 'asking']),
		because: z
			.string()
			.nullable()
			.transform(reason => reason ?? undefined),
		names: z.array(nameSchema),
	})
	.readonly();
export const readNamesReport: (line: string) => NamesReport | undefined =
	lineReader(reportSchema);

export function reportAsJson({
	way,
	because,
	names,
}: NamesReport): z.input<typeof reportSchema> {
	return {way, because: because ?? null, names: names.map(nameAsJson)};
}

const fileSchema = z.object({schema: z.literal(1), names: z.array(nameSchema)});
const readNamesFile = lineReader(fileSchema);

export function namesAsJson(names: readonly FollowedName[]): z.input<typeof fileSchema> {
	return {schema: 1, names: names.map(nameAsJson)};
}

/** Nothing where it is no such file. */
export function namesOfJson(text: string): readonly FollowedName[] {
	return readNamesFile(text)?.names ?? [];
}

function nameAsJson(known: FollowedName): NameLine {
	return {
		...known,
		addresses: known.addresses.map(each => ({
			...each,
			address: formatAddress(each.address),
		})),
		refused: known.refused.map(each => ({...each, address: formatAddress(each.address)})),
		answered: known.answered ?? null,
		fault: known.fault ?? null,
	};
}
