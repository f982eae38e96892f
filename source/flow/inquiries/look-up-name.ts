import {type Address, formatAddress} from '../../addresses/address.js';
import {judgeName} from '../../probes/judge-name.js';
import {type Judgement, judgement} from '../../probes/judgement.js';
import {makeResult} from '../../probes/make-result.js';
import {mayAskDns} from '../../probes/permitted-here.js';
import type {ProbeContext} from '../../probes/probe-context.js';
import type {ProbeResult} from '../../probes/probe-result.js';

/** What a name proves by itself, apart from any connection. */
const nameRow = {id: 'name', direction: 'outbound', protocol: 'udp'} as const;
const dnsPort = 53;

/** Looks a name up; where it has addresses, `judge` says what they prove. */
export async function lookUpName(
	name: string,
	context: ProbeContext,
	judge: (addresses: readonly Address[]) => Judgement,
): Promise<ProbeResult> {
	const answer = await context.network.resolve(name);
	const judged =
		answer.outcome === 'answered'
			? judge(answer.addresses)
			: judgeName({}, answer, mayAskDns(context));
	const row = {
		connection: nameRow,
		source: context.answers.server.hostname,
		destination: name,
		port: dnsPort,
	};
	return makeResult(row, judged, answer, context);
}

/** That a name has addresses is what was asked. */
export function tellAddresses(addresses: readonly Address[]): Judgement {
	const shown = addresses.slice(0, most).map(formatAddress).join(', ');
	const rest = addresses.length - most;
	return judgement(null, rest > 0 ? `${shown} and ${rest} more` : shown);
}

const most = 4;
