import {furnishAppliance} from '../../../test/campus/appliance.js';
import {type Campus, openCampus} from '../../../test/campus/campus.js';
import {filterOnTheWay} from '../../../test/campus/faults/network.js';
import {startPostfix} from '../../../test/campus/faults/postfix.js';
import {hostPlans} from '../../../test/campus/hosts.js';
import {
	type ChangingDns,
	startChangingDns,
} from '../../../test/campus/services/changing-dns.js';
import {zone} from '../../../test/campus/zone.js';
import {delayAppliance} from './delay-appliance.js';

/** In milliseconds, from the appliance to any other host. */
const roundTrip = 20;

/** A campus far away from its appliance. */
export type ProbedSite = AsyncDisposable & {
	readonly campus: Campus;
	/** Half of the destinations fall silent: their names lead to where all is dropped. */
	readonly silenceHalf: () => Promise<void>;
	readonly answerAll: () => Promise<void>;
	/** From now on every fifth SYN of the appliance is lost. */
	readonly loseSyns: () => Promise<void>;
};

/** The campus's usual mail server makes everybody wait for its first word; this one does not. */
const mail = ['10.61.0.26', '2001:db8:61::26'] as const;

/** Nobody's, behind the router. */
const silent = ['198.51.100.99', '2001:db8:64::99'] as const;

/** Six of the twelve rows that can be answered, of each protocol that has several. */
const silentNames = [
	'smtp.uni.edu',
	'1.centos.pool.ntp.org',
	'rpms.remirepo.net',
	's2public.blob.core.windows.net',
	'bitbucket.org',
	'license.looker.com',
] as const;

export async function openProbedSite(): Promise<ProbedSite> {
	const campus = await openCampus({
		services: ['time', 'web', 'mockSql', 'mockSqlBrowser'],
	});
	const answers = {...zone, 'smtp.uni.edu': mail};
	const dns = await startServices(campus, answers);
	await delayAppliance(campus, roundTrip);
	return {
		campus,
		async silenceHalf() {
			await filterOnTheWay(campus, `ip daddr ${silent[0]} drop`);
			await filterOnTheWay(campus, `ip6 daddr ${silent[1]} drop`);
			await dns.tell({
				...answers,
				...Object.fromEntries(silentNames.map(name => [name, silent])),
			});
		},
		answerAll: () => dns.tell(answers),
		loseSyns: () =>
			filterOnTheWay(
				campus,
				'iifname appliance tcp flags & (syn | ack) == syn numgen random mod 100 < 20 drop',
			),
		[Symbol.asyncDispose]: () => campus.close(),
	};
}

async function startServices(
	campus: Campus,
	answers: Readonly<Record<string, readonly string[]>>,
): Promise<ChangingDns> {
	const [dns] = await Promise.all([
		startChangingDns(campus.hosts.dns, {
			addresses: hostPlans.dns.addresses,
			answers,
			ttl: 60,
		}),
		startPostfix(campus, {
			address: mail[0],
			more: [mail[1]],
			settings: ['smtpd_tls_security_level = may'],
		}),
		furnishAppliance(campus),
	]);
	return dns;
}
