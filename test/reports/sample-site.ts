import type {Answers} from '../../source/answers/schema.js';
import type {ProbeRun} from '../../source/probes/probe-result.js';
import {rotationOf} from '../../source/reports/rotation.js';
import type {NameSaid, Site, SiteName} from '../../source/reports/site.js';
import {address, sampleAnswers, samplePolicy} from '../helpers/sample.js';
import {blackholes, faultOf, runOf} from './sample-faults.js';
import {sampleResult} from './sample-results.js';

/** What the DNS of the sample sites knows. */
const zone: Readonly<Record<string, readonly string[]>> = {
	'reports.college.example': ['10.1.0.5'],
	'aa1.college.example': ['10.3.0.10'],
	'db.college.example': ['10.5.0.5'],
	'relay.college.example': ['10.6.0.25'],
	'0.centos.pool.ntp.org': ['198.51.100.1', '198.51.100.2'],
	'1.centos.pool.ntp.org': ['198.51.100.3', '198.51.100.4'],
	'2.centos.pool.ntp.org': ['198.51.100.5', '198.51.100.6'],
	'mirrorlist.centos.org': [],
	'cdn.remirepo.net': ['192.0.2.80'],
	'rpms.remirepo.net': ['192.0.2.81', '2001:db8:81::1'],
	'mirrors.fedoraproject.org': ['192.0.2.82', '192.0.2.83'],
	's2public.blob.core.windows.net': ['192.0.2.84'],
	'software2-public.azureedge.net': [],
	'bitbucket.org': ['192.0.2.86', '192.0.2.87'],
	'license.looker.com': ['192.0.2.88'],
};

/** The answers of a site whose names are not those of the vendor's document. */
export function collegeAnswers(sections: Readonly<Partial<Answers>> = {}): Answers {
	return sampleAnswers({
		server: {hostname: 'reports.college.example'},
		viewers: {subnets: ['10.2.0.0/16']},
		appsanywhere: {servers: ['aa1.college.example']},
		support: {enabled: true, sources: ['10.4.0.0/24']},
		sql: {host: 'db.college.example', port: 1433, udp: true},
		smtp: {host: 'relay.college.example', port: 587, security: 'starttls'},
		...sections,
	});
}

/** A small site without IPv6, where nothing was tried yet, but for what is told otherwise. */
export function sampleSite(parts: Readonly<Partial<Site>> = {}): Site {
	const {answers = collegeAnswers(), run, resolvers = ['10.1.0.53']} = parts;
	const names = Object.entries(zone).map(([name, addresses]) =>
		nameIn(name, addresses, resolvers, run),
	);
	const policy = samplePolicy({
		answers,
		names: new Map(names.map(({name, addresses}) => [name, addresses.map(address)])),
		facts: {resolvers: resolvers.map(address), usesDhcp: {4: true, 6: false}},
	});
	return {
		answers,
		rules: policy.rules.map(rule => ({...rule, isInEffect: true})),
		changes: [],
		run: undefined,
		server: {hostname: answers.server.hostname, from: {4: '10.1.0.5', 6: '10.1.0.5'}},
		addresses: ['10.1.0.5'],
		pointers: [
			{address: '10.1.0.5', outcome: 'answered', names: ['reports.college.example']},
		],
		resolvers,
		names,
		backend: 'nftables',
		isEnforced: true,
		rulesPlace: 'the nftables table "inet analytics_setup"',
		answersPlace: '/etc/analytics-setup/config.json',
		version: '0.1.0',
		moment: '2026-11-25T15:10:00.000Z',
		...parts,
	};
}

function nameIn(
	name: string,
	addresses: readonly string[],
	resolvers: readonly string[],
	run: Site['run'],
): SiteName {
	const said = resolvers.map(
		(server): NameSaid => ({
			server,
			outcome: addresses.length > 0 ? 'answered' : 'nxdomain',
			addresses,
		}),
	);
	return {name, addresses, said, rotation: rotationOf(name, addresses, run)};
}

/** The results of a site at which little works, by every party's fault. */
export function failingRun(): ProbeRun {
	const here = {source: 'reports.college.example'};
	const at = (destination: string, address: string | null, port: number) => ({
		...here,
		...{destination, address, port, milliseconds: null},
	});
	const inbound = {direction: 'inbound', destination: 'reports.college.example'} as const;
	return runOf([
		sampleResult({
			...at('10.1.0.53', '10.1.0.53', 53),
			...{id: 'dns-udp', protocol: 'udp', milliseconds: 4},
		}),
		faultOf('dns.server-silent', {
			...at('10.1.0.53', '10.1.0.53', 53),
			...{id: 'dns-tcp', detail: 'no answer in 3.5 s', milliseconds: 3501},
		}),
		faultOf('inbound.not-seen', {
			...inbound,
			...{id: 'viewers', source: '10.2.0.0/16', address: null, port: 9999},
			...{detail: 'ready; nobody has come yet', milliseconds: null},
		}),
		faultOf('listen.nothing', {
			...inbound,
			...{id: 'appsanywhere', source: 'aa1.college.example (10.3.0.10)', address: null},
			...{port: 19_999, detail: 'no program listens here', milliseconds: null},
		}),
		faultOf('tcp.refused', {
			...at('db.college.example', '10.5.0.5', 1433),
			...{id: 'sql-tcp', detail: 'refused', milliseconds: 2},
		}),
		faultOf('udp.no-reply-by-design', {
			...at('db.college.example', null, 1433),
			...{id: 'sql-udp', protocol: 'udp', detail: 'no answer, by design'},
		}),
		faultOf('tcp.timeout', {
			...at('any destination', null, 443),
			...{id: 'https', detail: '0 of 6 destinations proven'},
		}),
		faultOf('smtp.relay-denied', {
			...at('relay.college.example', '10.6.0.25', 587),
			...{id: 'mail', detail: 'mail to others is refused', milliseconds: 41},
		}),
		faultOf('dns.nxdomain', {
			...at('2.centos.pool.ntp.org', null, 123),
			...{id: 'ntp-2', protocol: 'udp', detail: 'no such name in the DNS'},
		}),
		faultOf('vendor.retired', {
			...at('mirrorlist.centos.org', null, 80),
			...{id: 'mirrorlist-centos', detail: 'retired on 2024-07-01'},
		}),
		...blackholes,
		faultOf('answers.not-used', {
			...at('smtp.sendgrid.net', null, 587),
			...{id: 'sendgrid', detail: 'mail goes through relay.college.example'},
		}),
	]);
}
