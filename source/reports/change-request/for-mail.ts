import type {Answers} from '../../answers/schema.js';
import type {SmtpSeen} from '../../probes/smtp/smtp-seen.js';
import type {Chapter, DocumentFact} from '../document.js';
import type {Site} from '../site.js';
import {smtpSeenIn} from './observed.js';
import {endInWords, endNamed, peerInWords} from './row-end.js';

/** What whoever runs the mail relay has to know beyond ports. */
export function forMail(site: Site): Chapter {
	const {answers, server, addresses, run} = site;
	const {host, port, security} = answers.smtp;
	const login = run?.results.find(({id}) => id === 'mail-login');
	return {
		id: 'mail',
		title: 'What the mail relay has to be ready for',
		blocks: [
			{
				kind: 'facts',
				facts: [
					['Mail relay', endInWords(endNamed(host, site))],
					['Port', `${port} TCP`],
					['Encryption', encryption[security]],
					[
						'Please permit',
						`${addresses.join(', ') || server.hostname} to send mail to others without a login, or give it one`,
					],
					['Says EHLO as', server.hostname],
					['Comes from', peerInWords({name: server.hostname, addresses})],
					[
						'Mails',
						'alerts and scheduled reports, some with attachments of some megabytes',
					],
					...seenFacts(smtpSeenIn(run)),
					['Tried', login?.detail ?? 'no login and no message yet'],
				],
			},
		],
	};
}

const encryption: Readonly<Record<Answers['smtp']['security'], string>> = {
	starttls: 'STARTTLS, and nothing in clear after it',
	tls: 'TLS from the first byte',
	none: 'none',
};

function seenFacts(seen: SmtpSeen | undefined): readonly DocumentFact[] {
	if (seen === undefined) {
		return [];
	}

	const {logins = [], isStartTlsOffered, tls} = seen;
	return [
		...(isStartTlsOffered === undefined
			? []
			: [['STARTTLS seen', isStartTlsOffered ? 'offered' : 'not offered'] as const]),
		...(tls?.outcome === 'established' ? [['TLS seen', tls.version] as const] : []),
		['Logins offered', logins.length === 0 ? 'none' : logins.join(', ')],
	];
}
