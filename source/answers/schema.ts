import * as z from 'zod';
import {
	address,
	cidr,
	endpoint,
	hostName,
	noProxyEntry,
	peer,
	port,
	proxyUrl,
	remarkSchema,
} from './answer-texts.js';
import {extraSchema, isListOfObjects, refuseDoubleIds} from './extra-schema.js';
import {proxyLogin, smtpLogin, sqlLogin} from './login-schema.js';
import {refuseSharedFiles} from './logins.js';

/** The answers that can be kept although what they name does not work yet. */
const notedPath =
	/^(?:server\.hostname|(?:appsanywhere|time)\.servers\[(?:0|[1-9]\d*)\]|sql\.(?:host|instance)|smtp\.host|proxy\.url)$/;

const notedPathFault =
	'A note stands by the path of a name, for example sql.host or time.servers[1].';

/**
 * Everything the installer tells us; see `assets/answers.example.yaml`. Values keep the words
 * they were typed in: they are put into canonical form when a policy is compiled. Editors
 * show the descriptions, and those of the sections stand in the files that are written.
 */
export const answersSchema = z
	.strictObject({
		version: z
			.literal(1, 'This program knows version 1 of the answers.')
			.meta({description: 'The version of these settings.'}),
		server: z
			.strictObject({
				hostname: hostName.meta({
					description: 'A host name, as it stands in the documents for the other teams.',
					examples: ['analytics.uni.edu'],
				}),
			})
			.meta({description: 'The name that viewers and AppsAnywhere use for this server.'}),
		viewers: z
			.strictObject({
				subnets: z
					.array(cidr.meta({examples: ['10.20.0.0/16', '2001:db8:20::/48']}))
					.meta({
						description:
							'Networks of the viewers and explorers, not of everybody who uses AppsAnywhere.',
					}),
			})
			.meta({description: 'Who may open Analytics in a browser (9999/tcp).'}),
		appsanywhere: z
			.strictObject({
				servers: z.array(peer.meta({examples: ['10.30.0.10', 'aa2.uni.edu']})).meta({
					description:
						'Addresses, networks or host names; behind a load balancer, every server.',
				}),
			})
			.meta({
				description:
					'The AppsAnywhere servers (19999/tcp): addresses, networks or names.',
			}),
		support: z
			.strictObject({
				enabled: z
					.boolean()
					.meta({description: 'Whether anybody may log in over the network.'}),
				sources: z.array(cidr.meta({examples: ['10.40.0.0/24']})).meta({
					description:
						'Addresses or networks: the VPN or jump host of remote support, and your administrators.',
				}),
			})
			.refine(({enabled, sources}) => !enabled || sources.length > 0, {
				path: ['sources'],
				message:
					'Remote support is enabled, but nobody is named. Name its sources, or disable it.',
			})
			.meta({
				description: 'Who may log in to this server over SSH (22/tcp).',
				if: {properties: {enabled: {const: true}}},
				// biome-ignore lint/suspicious/noThenProperty: JSON Schema says it in these words
				then: {properties: {sources: {type: 'array', minItems: 1}}},
			}),
		sql: z
			.strictObject({
				host: endpoint.meta({
					description: 'Its host name or address.',
					examples: ['mssql.uni.edu'],
				}),
				port: port.default(1433).meta({
					description: 'The port on which it listens; that of a named instance too.',
				}),
				udp: z.boolean().default(true).meta({
					description:
						'Whether 1433/udp is permitted, as the list has it; SQL Server never uses it.',
				}),
				instance: z
					.string()
					.regex(
						/^[\p{L}_#][\p{L}\d_#$]{0,15}$/u,
						'An instance name has at most 16 letters, digits, _, # or $.',
					)
					.meta({description: 'The name of a named instance.', examples: ['ANALYTICS']})
					.optional(),
				login: sqlLogin.optional(),
			})
			.meta({
				description: 'The SQL Server of AppsAnywhere. A named instance: instance: NAME.',
			}),
		smtp: z
			.strictObject({
				host: endpoint.meta({
					description: 'Its host name or address.',
					examples: ['smtp.uni.edu', 'smtp.sendgrid.net'],
				}),
				port: port.default(587).meta({description: 'The port on which it takes mail.'}),
				security: z.enum(['starttls', 'tls', 'none']).default('starttls').meta({
					description:
						'starttls: encrypted after a beginning in clear (port 587); tls: from the first byte (465); none.',
				}),
				login: smtpLogin.optional(),
			})
			.meta({
				description:
					'The mail relay through which alerts go; security: starttls, tls or none.',
			}),
		time: z
			.strictObject({
				servers: z.array(endpoint.meta({examples: ['ntp.uni.edu']})).meta({
					description: 'Host names or addresses.',
				}),
			})
			.meta({
				description: 'Time servers: licences and certificates need the right time.',
			}),
		dns: z
			.strictObject({
				servers: z.array(address.meta({examples: ['10.0.0.53']})).meta({
					description: 'Addresses; none for those that the server uses by itself.',
				}),
			})
			.default({servers: []})
			.meta({
				description:
					'DNS servers; where none is named, those that the server uses by itself.',
			}),
		proxy: z
			.strictObject({
				url: proxyUrl.nullable().meta({
					description: 'Where it listens, without a login; null without a proxy.',
					examples: ['http://proxy.uni.edu:3128'],
				}),
				noProxy: z
					.array(noProxyEntry.meta({examples: ['.uni.edu', '10.0.0.0/8']}))
					.default([])
					.meta({
						description: 'Hosts, domains, addresses and networks that need no proxy.',
					}),
				login: proxyLogin.optional(),
			})
			.default({url: null, noProxy: []})
			.meta({
				description:
					'The web proxy for updates and the licence check; url: null without one.',
			}),
		outbound: z
			.strictObject({
				mode: z
					.enum(
						['ports', 'destinations', 'open'],
						'The mode is "ports", "destinations" or "open".',
					)
					.meta({
						description:
							'ports: any destination on the listed ports; destinations: only the listed ones, by name; open: outbound is not filtered.',
					}),
			})
			.default({mode: 'ports'})
			.meta({
				description:
					'ports: any destination; destinations: the listed ones; open: no filter.',
			}),
		extra: z
			.array(extraSchema)
			.default([])
			// A fault in one of them must not hide that an id is used twice.
			.superRefine(refuseDoubleIds, {when: ({value}) => isListOfObjects(value)})
			.meta({
				description:
					"The site's own additions: {id, direction, peer, port, protocol, usage}.",
				uniqueItems: true,
			}),
		notes: z
			.record(z.string().regex(notedPath), remarkSchema, {
				error: ({code}) => (code === 'invalid_key' ? notedPathFault : undefined),
			})
			.default({})
			.meta({
				description:
					'Why a name is kept that does not work yet: {sql.host: opened on Monday}.',
				examples: [{'sql.host': 'the port is opened on Monday'}],
			}),
	})
	// Whatever other faults there are.
	.superRefine(refuseSharedFiles, {when: () => true});

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
