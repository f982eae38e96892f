import type {CauseOf} from '../../probes/diagnoses.js';

const permit =
	'Please permit the following on every firewall on the way. Replies belong to the same connection: nothing has to be opened the other way.';
const permitInFilter = 'Please permit the following in the web filter.';
const noInspection =
	'Please permit the following without looking into it (no TLS inspection, no proxy that answers in between).';

/** What is asked of a network team. */
export const toNetwork: Readonly<Record<CauseOf<'network'>, string>> = {
	'tcp.timeout': permit,
	'udp.timeout': permit,
	'tcp.prohibited': permit,
	'udp.prohibited': permit,
	'dns.server-silent': permit,
	'tcp.unreachable':
		'Please see to a route for the following, and permit it on every firewall on the way.',
	'udp.unreachable':
		'Please see to a route for the following, and permit it on every firewall on the way.',
	'tcp.mtu':
		'Please let large packets through: permit the ICMP messages "fragmentation needed" and "packet too big" for the following, or limit the TCP segment size (MSS) on that way.',
	'inbound.not-seen':
		'Nobody has come by the following way yet, so it is not proven that it is open. Please make sure that every firewall on the way permits it.',
	'ipv6.broken':
		'Please mend IPv6 for this server, or take its IPv6 address away: by IPv6 it reaches nothing outside.',
	'http.block-page': permitInFilter,
	'http.redirected': permitInFilter,
	'http.refused': permitInFilter,
	'http.captive-portal': 'Please permit the following without a login page in between.',
	'tls.closed':
		'Please permit the following by the name of the destination: it is cut as soon as the name is said.',
	'http.closed': noInspection,
	'http.timeout': noInspection,
	'http.not-http': noInspection,
	'tls.not-tls': noInspection,
	'tls.timeout': noInspection,
	'tls.intercepted': noInspection,
	'tls.intercepted-trusted': noInspection,
	'smtp.starttls-removed':
		'Please switch off what changes the words of mail servers on the way ("SMTP inspection"), and permit the following untouched.',
};
