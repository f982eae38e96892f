import {
	expiredCertificate,
	futureCertificate,
	incompleteChain,
	interception,
	otherName,
	selfSignedCertificate,
	trustedInterception,
} from '../../campus/faults/certificates.js';
import type {FaultTable} from './fault-table.js';

/** What is wrong with a certificate, and who must act. */
export const certificateFaults: FaultTable = [
	[
		expiredCertificate,
		'bitbucket fail tls.expired remote',
		'The certificate of bitbucket.org ended on 2020-01-31. Ask whoever runs it to renew it.',
	],
	[
		futureCertificate,
		'bitbucket fail tls.not-yet-valid remote',
		'The certificate of bitbucket.org is valid only from 2040-01-01 on. Ask whoever runs it to check it.',
	],
	[
		selfSignedCertificate,
		'bitbucket fail tls.self-signed remote',
		'bitbucket.org shows a certificate that it has signed itself, so nobody vouches for it. Ask whoever runs it for one of a known authority.',
	],
	[
		otherName,
		'bitbucket fail tls.wrong-name remote',
		'What answers for bitbucket.org has a certificate for www.example.com. Check the name and its address in the DNS; if both are right, ask whoever runs it to correct the certificate.',
	],
	[
		incompleteChain,
		'bitbucket fail tls.incomplete-chain remote',
		'bitbucket.org does not send the certificate of "Campus test authority 2" beside its own, so programs cannot check it. Ask whoever runs it to send the whole chain.',
	],
	[
		interception,
		'bitbucket fail tls.intercepted network',
		'Something on the way opens the encryption: the certificate for bitbucket.org comes from "FortiGate CA", not from a public authority. Ask your network team to permit 443/tcp from 10.10.0.10 to bitbucket.org without TLS inspection.',
	],
	[
		trustedInterception,
		'bitbucket warn tls.intercepted-trusted network',
		'Something on the way opens the encryption as "University CA". This server\'s system trusts it, but Looker keeps its own list and may not. Ask your network team to permit 443/tcp from 10.10.0.10 to bitbucket.org without TLS inspection.',
	],
];
