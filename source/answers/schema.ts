import * as z from 'zod';
import {readAddress} from '../addresses/address.js';
import {readCidr} from '../addresses/cidr.js';
import {readHostName} from '../addresses/host-name.js';
import {readEndpoint, readPeer} from '../addresses/peer.js';
import {quoted} from '../addresses/quoted.js';
import type {Reading} from '../addresses/reading.js';
import {faultInProxyUrl} from './proxy-url.js';

const hostName = textReadBy(readHostName);
const address = textReadBy(readAddress);
const cidr = textReadBy(readCidr);
const endpoint = textReadBy(readEndpoint);
const peer = textReadBy(readPeer);

const portFault = 'A port is a whole number from 1 to 65535.';
const port = z.int(portFault).min(1, portFault).max(65_535, portFault);

/** One line for people, kept as it was written. */
export const remarkSchema = z
	.string()
	.max(200, 'At most 200 characters.')
	.regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u, 'Only one line of plain text.');

/** The answers that can be kept although what they name does not work yet. */
const notedPath =
	/^(?:server\.hostname|(?:appsanywhere|time)\.servers\[(?:0|[1-9]\d*)\]|sql\.(?:host|instance)|smtp\.host|proxy\.url)$/;

const notedPathFault =
	'A note stands by the path of a name, for example sql.host or time.servers[1].';

const extraId = /^[a-z][a-z0-9-]{0,39}$/;

/** A rule of the site's own, beside the vendor's list. */
const extraSchema = z.strictObject({
	id: z
		.string()
		.regex(
			extraId,
			'An id is 1 to 40 small letters, digits and hyphens, a letter first.',
		),
	direction: z.enum(['inbound', 'outbound']),
	peer,
	port,
	protocol: z.enum(['tcp', 'udp']),
	usage: remarkSchema,
});

/**
 * Everything the installer tells us; see `assets/answers.example.yaml`. Values keep the words
 * they were typed in: they are put into canonical form when a policy is compiled.
 */
export const answersSchema = z.strictObject({
	version: z.literal(1, 'This program knows version 1 of the answers.'),
	server: z.strictObject({hostname: hostName}),
	viewers: z.strictObject({subnets: z.array(cidr)}),
	appsanywhere: z.strictObject({servers: z.array(peer)}),
	support: z
		.strictObject({enabled: z.boolean(), sources: z.array(cidr)})
		.refine(({enabled, sources}) => !enabled || sources.length > 0, {
			path: ['sources'],
			message:
				'Remote support is enabled, but nobody is named. Name its sources, or disable it.',
		}),
	sql: z.strictObject({
		host: endpoint,
		port: port.default(1433),
		udp: z.boolean().default(true),
		instance: z
			.string()
			.regex(
				/^[\p{L}_#][\p{L}\d_#$]{0,15}$/u,
				'An instance name has at most 16 letters, digits, _, # or $.',
			)
			.optional(),
	}),
	smtp: z.strictObject({
		host: endpoint,
		port: port.default(587),
		security: z.enum(['starttls', 'tls', 'none']).default('starttls'),
	}),
	time: z.strictObject({servers: z.array(endpoint)}),
	dns: z.strictObject({servers: z.array(address)}).default({servers: []}),
	proxy: z
		.strictObject({
			url: z.string().trim().superRefine(report(faultInProxyUrl)).nullable(),
			noProxy: z.array(textReadBy(readNoProxy)).default([]),
		})
		.default({url: null, noProxy: []}),
	outbound: z
		.strictObject({
			mode: z
				.enum(['ports', 'destinations', 'open'], 'The mode is "ports" or "open".')
				.refine(
					mode => mode !== 'destinations',
					'This version cannot yet limit outbound traffic to the listed destinations. Use "ports" or "open".',
				),
		})
		.default({mode: 'ports'}),
	extra: z
		.array(extraSchema)
		.default([])
		// A fault in one of them must not hide that an id is used twice.
		.superRefine(refuseDoubleIds, {when: ({value}) => isListOfObjects(value)}),
	notes: z
		.record(z.string().regex(notedPath), remarkSchema, {
			error: ({code}) => (code === 'invalid_key' ? notedPathFault : undefined),
		})
		.default({}),
});

export type Answers = z.output<typeof answersSchema>;
export type Extra = z.output<typeof extraSchema>;

/** The schema of each section. */
export const sectionSchemas = (({version: _version, ...sections}) => sections)(
	answersSchema.shape,
);

/** One part of the answers, as one step of the wizard asks for it. */
export type Section = Exclude<keyof Answers, 'version'>;

/** What has been answered so far. */
export type Draft = {readonly [Key in Section]?: Answers[Key]};

function isListOfObjects(value: unknown): boolean {
	return (
		Array.isArray(value) && value.every(item => typeof item === 'object' && item !== null)
	);
}

function refuseDoubleIds(
	extra: ReadonlyArray<{readonly id: string}>,
	context: z.RefinementCtx,
): void {
	for (const [index, {id}] of extra.entries()) {
		if (extra.findIndex(other => other.id === id) !== index) {
			const message = `The id ${quoted(id)} is used twice.`;
			context.addIssue({code: 'custom', path: [index, 'id'], message});
		}
	}
}

/** A host, a domain (`.uni.edu`, `*.uni.edu`), an address or a block that needs no proxy. */
function readNoProxy(text: string): Reading<unknown> {
	return text === '*' ? {value: text} : readPeer(text.replace(/^\*?\./, ''));
}

function textReadBy(read: (text: string) => Reading<unknown>) {
	return z
		.string()
		.trim()
		.superRefine(report(text => read(text).fault));
}

function report(faultIn: (text: string) => string | undefined) {
	return (text: string, context: z.RefinementCtx<string>) => {
		const message = faultIn(text);
		if (message !== undefined) {
			context.addIssue({code: 'custom', message});
		}
	};
}
