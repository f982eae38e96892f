import type {Protocol} from '../../catalogue/connection.js';
import {type Judgement, judgement} from '../judgement.js';
import type {DnsSeen} from './ask-dns.js';

/** What was asked, and how. */
export type DnsAsked = {readonly protocol: Protocol; readonly name: string};

/** What a question to a DNS server proves of the way to it, and of the server. */
export function judgeDns(
	{dialled, code}: DnsSeen,
	{protocol, name}: DnsAsked,
): Judgement {
	switch (code) {
		// That there is no such name is an answer too.
		case 'NOERROR':
		case 'NXDOMAIN':
			return judgement(null, 'answers');
		case 'SERVFAIL':
			return judgement('dns.servfail', 'answers that it fails (SERVFAIL)', {about: name});
		case undefined:
			return judgeSilence(dialled.outcome, dialled.code, protocol);
		default:
			return judgement('dns.refused', `refuses to answer (${code})`);
	}
}

function judgeSilence(
	outcome: DnsSeen['dialled']['outcome'],
	code: string | undefined,
	protocol: Protocol,
): Judgement {
	if (code === 'EPERM') {
		return judgement('local.blocked', "blocked by this server's own firewall");
	}

	switch (outcome) {
		case 'timeout':
			return judgement('dns.server-silent', 'no answer in 3.5 s');
		case 'refused':
			return judgement('dns.no-service', 'no DNS server there');
		case 'unreachable':
			return judgement(`${protocol}.unreachable`, 'no way there');
		case 'prohibited':
			return judgement(`${protocol}.prohibited`, 'refused by a firewall');
		default:
			return judgement('probe.failed', `could not be tried (${code ?? ''})`);
	}
}
