import {authorityPath, type Certificates, makeCertificates} from '../certificates.js';
import type {Host} from '../host.js';
import type {HostName} from '../hosts.js';
import type {ProgramName} from '../programs.js';
import {dns} from './dns.js';
import {startFirewalld} from './firewalld.js';
import {mail} from './mail.js';
import {type Service, type ServicePlan, startService} from './service.js';
import {mockSql, mockSqlBrowser} from './sql.js';
import {ssh} from './ssh.js';
import {time} from './time.js';
import {web} from './web.js';

/**
 * What a campus has unless told. `ssh` takes port 22 of the appliance, and `firewalld`
 * filters what comes to it, so these are asked for.
 */
export const usualServices = [
	'dns',
	'time',
	'web',
	'mail',
	'mockSql',
	'mockSqlBrowser',
] as const;

export type ServiceName = PlannedService | 'firewalld';

type PlannedService = (typeof usualServices)[number] | 'ssh';

/** Starts the services of the given names, all at once. */
export async function startServices(
	names: readonly ServiceName[],
	hosts: Readonly<Record<HostName, Host>>,
	programs: Readonly<Record<ProgramName, string>>,
): Promise<Readonly<Partial<Record<ServiceName, Service>>>> {
	if (names.length === 0) {
		return {};
	}

	const certificates = makeCertificates(hosts.web);
	const {viewer, support, stranger} = hosts;
	const plans: Readonly<
		Record<PlannedService, () => ServicePlan | Promise<ServicePlan>>
	> = {
		dns: () => dns,
		time: () => time,
		web: async () => web(await certificates),
		mail: async () => mail(await certificates, programs.mailServer),
		mockSql: async () => mockSql(await certificates, programs.mockSql),
		mockSqlBrowser: () => mockSqlBrowser(programs.mockSqlBrowser),
		ssh: () => ssh(hosts.appliance, [viewer, support, stranger]),
	};
	const start = async (name: ServiceName) => {
		if (name === 'firewalld') {
			return startFirewalld(hosts.appliance);
		}

		const plan = await plans[name]();
		return startService(plan, hosts[plan.host]);
	};
	const [started] = await Promise.all([
		Promise.all(names.map(async name => [name, await start(name)] as const)),
		shareAuthority(certificates, Object.values(hosts)),
	]);
	return Object.fromEntries(started);
}

async function shareAuthority(
	certificates: Promise<Certificates>,
	hosts: readonly Host[],
) {
	const {authority} = await certificates;
	await Promise.all(hosts.map(host => host.write(authorityPath, authority)));
}
