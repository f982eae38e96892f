import type {Protocol} from '../../catalogue/connection.js';
import {type Judgement, judgement} from '../judgement.js';
import type {DnsSeen} from './ask-dns.js';

/** What a question to a DNS server proves of the way to it, and of the server. */
export function judgeDns({dialled, code}: DnsSeen, protocol: Protocol): Judgement {
	switch (code) {
		// That there is no such name is an answer too.
		case 'NOERROR':
		case 'NXDOMAIN':
			return judgement(null, 'answers');
		case 'SERVFAIL':
			return judgement('dns.servfail', 'answers that it fails (SERVFAIL)');
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

	if (outcome === 'unreachable') {
		return judgement(`${protocol}.unreachable`, 'no way there');
	}

	return outcome === 'failed' || outcome === 'connected'
		? judgement('probe.failed', `could not be tried (${code ?? ''})`)
		: judgement('dns.server-silent', details[outcome]);
}

const details = {
	timeout: 'no answer in 3.5 s',
	refused: 'reached, but nothing answers there',
	prohibited: 'refused by a firewall',
} as const;
