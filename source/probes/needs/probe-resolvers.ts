import {type Address, formatAddress} from '../../addresses/address.js';
import type {Protocol} from '../../catalogue/connection.js';
import {judgeDns} from '../dns/judge-dns.js';
import type {Finding} from '../finding.js';
import {makeResult} from '../make-result.js';
import type {ProbeContext} from '../probe-context.js';

/** Asks every DNS server of this server a question, over UDP and over TCP. */
export async function probeResolvers(context: ProbeContext): Promise<readonly Finding[]> {
	return Promise.all(
		(['udp', 'tcp'] as const).flatMap(protocol =>
			context.resolvers.map(server => probeResolver(server, protocol, context)),
		),
	);
}

const dnsPort = 53;

async function probeResolver(
	server: Address,
	protocol: Protocol,
	context: ProbeContext,
): Promise<Finding> {
	const {answers, network, signal} = context;
	const {hostname} = answers.server;
	const question = {server, protocol, name: hostname};
	const seen = await network.askDns(question, signal);
	const row = {
		connection: {id: `dns-${protocol}`, direction: 'outbound', protocol} as const,
		source: hostname,
		destination: formatAddress(server),
		port: dnsPort,
	};
	const judged = judgeDns(seen, question);
	return {
		result: makeResult(row, judged, {question: hostname, ...seen}, context, {
			address: formatAddress(server),
			milliseconds: seen.dialled.milliseconds,
			ways: [],
		}),
		journeys: [],
	};
}
