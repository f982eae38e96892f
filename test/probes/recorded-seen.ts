import type {HttpAnswered} from '../../source/probes/http/http-seen.js';
import type {ProxySeen} from '../../source/probes/proxy/proxy-seen.js';
import type {SmtpSeen} from '../../source/probes/smtp/smtp-seen.js';
import type {SqlSeen} from '../../source/probes/sql/sql-seen.js';
import type {Errand, Seen, Way} from '../../source/probes/talk.js';
import type {TimeReply} from '../../source/probes/time/sntp.js';
import type {TlsEstablished} from '../../source/probes/tls/tls-seen.js';

/** What is seen of others that are as they should be; a test changes what it is about. */

export const goodTime: TimeReply = {
	stratum: 2,
	kiss: undefined,
	isUnsynchronised: false,
	offset: -4,
};

export const goodTls: TlsEstablished = {
	outcome: 'established',
	version: 'TLSv1.3',
	cipher: 'TLS_AES_256_GCM_SHA384',
	certificates: [
		{
			subject: 'license.looker.com',
			issuer: 'Public CA 1',
			issuerOrganisation: 'Public Trust',
			validFrom: '2026-01-01T00:00:00.000Z',
			validTo: '2027-01-01T00:00:00.000Z',
			fingerprint: '01:02:03',
		},
	],
	trust: 'public',
	isIncomplete: false,
	fault: undefined,
	isOtherName: false,
	names: ['license.looker.com'],
	milliseconds: 12,
};

export const goodPage: HttpAnswered = {
	outcome: 'answered',
	status: 200,
	location: undefined,
	clockAhead: undefined,
	marks: ['server: nginx'],
	title: 'Welcome',
	beginning: 'Welcome',
	milliseconds: 13,
};

export const goodMail: SmtpSeen = {
	banner: {code: 220, lines: ['smtp.uni.edu ESMTP']},
	bannerAfter: 5,
	hello: {code: 250, lines: ['smtp.uni.edu', 'STARTTLS', 'AUTH PLAIN LOGIN']},
	isStartTlsOffered: true,
	startTls: {code: 220, lines: ['Ready to start TLS']},
	tls: goodTls,
	logins: ['PLAIN', 'LOGIN'],
	milliseconds: 14,
};

export const goodSql: Extract<SqlSeen, {readonly outcome: 'answered'}> = {
	outcome: 'answered',
	version: '15.0.2000',
	encryption: 'on',
	isStrict: false,
	tls: goodTls,
	milliseconds: 15,
};

export const goodProxy: Extract<ProxySeen, {readonly outcome: 'answered'}> = {
	outcome: 'answered',
	status: 200,
	login: undefined,
	milliseconds: 16,
};

/** What is seen on a way after it was connected, when all is well. */
export function usuallySeen({via}: Way, {talk}: Errand): Omit<Seen, 'dialled'> {
	switch (talk) {
		case 'http':
			return {http: goodPage};
		case 'https':
			return {
				...(via === 'proxy' ? {proxy: goodProxy} : {}),
				tls: goodTls,
				http: goodPage,
			};
		case 'smtp':
			return {smtp: goodMail};
		case 'sql':
			return {sql: goodSql};
		case 'sntp':
			return {time: goodTime};
	}
}
