import {
	busy,
	drippingBanner,
	endlessBanner,
	hangsUpAtOnce,
	hostileBanner,
	inspectedMail,
	mailInClear,
	mailInClearAsWanted,
	mailOfUnknownAuthority,
	mailSignedByItself,
	mailWithStrangeCiphers,
	noMailServer,
	silentAfterBanner,
	slowBanner,
	startTlsLast,
	tlsFromTheFirstByte,
	turnedAway,
	unexpectedStartTls,
	unexpectedTls,
	unwillingTls,
} from '../../campus/faults/mail.js';
import type {FaultTable} from './fault-table.js';

/** What is wrong with a mail server, and who must act. */
export const mailFaults: FaultTable = [
	[
		mailInClear,
		'mail fail smtp.no-starttls remote',
		'smtp.uni.edu takes mail on port 587, but without encryption (no STARTTLS). Ask whoever runs it to offer STARTTLS there; if mail shall go unencrypted, say so in the answers.',
	],
	[mailInClearAsWanted, 'mail pass'],
	[startTlsLast, 'mail pass'],
	[
		turnedAway,
		'mail fail smtp.rejected remote',
		'The mail server smtp.uni.edu turns this server away ("554 5.7.1 <unknown[10.10.0.10]>: Client host rejected: Access denied"). Ask whoever runs it to let 10.10.0.10 send mail through it.',
	],
	[
		busy,
		'mail warn smtp.busy remote',
		'The mail server smtp.uni.edu is reached but takes no mail at the moment ("421 4.3.2 <unknown[10.10.0.10]>: Client host rejected: Busy"). Probe again in some minutes; if it stays, ask whoever runs it.',
	],
	[
		slowBanner,
		'mail warn smtp.slow remote',
		'smtp.uni.edu works, but lets this server wait 5 s before it speaks. Ask whoever runs it to except 10.10.0.10 from that delay, since programs may give up.',
	],
	[tlsFromTheFirstByte, 'mail pass'],
	[
		unexpectedTls,
		'mail fail smtp.no-banner remote',
		'smtp.uni.edu accepts the connection on port 465 and then says nothing. It may expect TLS from the first byte, as on port 465: check port and encryption in the answers. If they are right, ask whoever runs it.',
	],
	[
		unexpectedStartTls,
		'mail fail smtp.no-implicit-tls remote',
		'smtp.uni.edu does not begin with TLS on port 587. With STARTTLS, as on port 587, it may work: check port and encryption in the answers; if they are right, ask whoever runs it.',
	],
	[
		unwillingTls,
		'mail fail smtp.starttls-refused remote',
		'smtp.uni.edu offers encryption and then refuses it ("454 4.7.0 TLS not available due to local problem"). Ask whoever runs it to look at its TLS settings.',
	],
	[
		mailWithStrangeCiphers,
		'mail fail smtp.tls-failed remote',
		'smtp.uni.edu agrees to encryption (STARTTLS), and then it fails. Ask whoever runs it to look at its TLS settings; the evidence has the error.',
	],
	[
		mailSignedByItself,
		'mail warn tls.self-signed remote',
		'smtp.uni.edu shows a certificate that it has signed itself, so nobody vouches for it. Ask whoever runs it for one of a known authority.',
	],
	[
		mailOfUnknownAuthority,
		'mail warn tls.untrusted this-host',
		'The certificate of smtp.uni.edu is from "Mail CA", which this server does not know. If that is your own authority, add its certificate to this server (/etc/pki/ca-trust/source/anchors, then update-ca-trust).',
	],
	[
		inspectedMail,
		'mail fail smtp.starttls-removed network',
		'A firewall on the way to smtp.uni.edu writes over what the mail server says, and so takes its encryption away ("SMTP inspection"). Ask your network team to switch that off, and to permit 587/tcp from 10.10.0.10 to smtp.uni.edu untouched.',
	],
	[
		hostileBanner,
		'mail fail smtp.rejected remote',
		'The mail server smtp.uni.edu turns this server away ("554 go away"). Ask whoever runs it to let 10.10.0.10 send mail through it.',
	],
	[
		endlessBanner,
		'mail fail smtp.not-smtp remote',
		'What answers at smtp.uni.edu on port 587 is no mail server. Check host and port in the answers; if they are right, ask whoever runs it.',
	],
	[
		drippingBanner,
		'mail fail smtp.no-banner remote',
		'smtp.uni.edu accepts the connection on port 587 and then says nothing. It may expect TLS from the first byte, as on port 465: check port and encryption in the answers. If they are right, ask whoever runs it.',
	],
	[
		silentAfterBanner,
		'mail fail smtp.silent remote',
		'smtp.uni.edu takes the connection on port 587, and then falls silent. Ask whoever runs it what it does with connections from 10.10.0.10, and whether a firewall between looks into them.',
	],
	[
		hangsUpAtOnce,
		'mail fail smtp.closed remote',
		'smtp.uni.edu accepts the connection on port 587 and hangs up. Ask whoever runs it to let 10.10.0.10 send mail through it.',
	],
	[
		noMailServer,
		'mail fail smtp.not-smtp remote',
		'What answers at smtp.uni.edu on port 587 is no mail server. Check host and port in the answers; if they are right, ask whoever runs it.',
	],
];
