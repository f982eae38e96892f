import type {CauseOf} from '../../probes/diagnoses.js';

/** What is asked of a DNS team. */
export const toDns: Readonly<Record<CauseOf<'dns'>, string>> = {
	'dns.nxdomain':
		'Please add the following to the DNS, or tell us how it is spelt: the DNS says that there is no such name.',
	'dns.no-address':
		'Please add an address for the following: the DNS knows the name, and no address.',
	'dns.servfail': 'Please look at why the DNS fails to look up the following (SERVFAIL).',
	'dns.refused':
		'Please permit this server to ask the DNS servers: they refuse its questions.',
	'dns.timeout': 'Please look at why the DNS gives no answer about the following.',
	'dns.no-service':
		'Please look at the following: the machine is reached, but no DNS server answers there.',
	'dns.private-answer':
		'Please let the following be looked up as it is: the DNS gives an address that no site on the Internet has, which is most likely a filter.',
	'dns.sinkhole':
		'Please let the following be looked up as it is: the DNS gives an address that no machine can have, so a filter blocks it.',
	'dns.inside':
		'Please let the following be looked up as it is: the DNS gives an address inside, and this server goes to the listed destinations only, which are on the Internet.',
	'dns.disagree':
		'Please make the DNS servers agree about the following: not all of them know it.',
	'dns.elsewhere':
		'Please correct the address of the following in the DNS, unless a NAT or a load balancer has it.',
	'dns.half-answered':
		'Please look at the following: the DNS tells one kind of address and fails for the other. Programs ask for IPv4 and IPv6, and wait for both.',
};
