import {missingPackages, type Program} from '../campus/need.js';
import {usualServices} from '../campus/services/index.js';

type UsualService = (typeof usualServices)[number];

/** What cannot be done without: the kernel's tools, and certificates. */
export const neededPrograms: readonly Program[] = [
	...(['unshare', 'nsenter', 'setpriv', 'mount', 'hostname'] as const),
	...(['ip', 'nft', 'openssl'] as const),
];

const services: Readonly<
	Record<UsualService, {readonly title: string; readonly programs: readonly Program[]}>
> = {
	dns: {title: 'DNS', programs: ['dnsmasq']},
	time: {title: 'time server', programs: ['chronyd']},
	web: {title: 'web sites', programs: ['nginx']},
	mail: {title: 'mail relay', programs: []},
	mockSql: {title: 'SQL Server', programs: []},
	mockSqlBrowser: {title: 'SQL Server Browser', programs: []},
};

function missingFor(service: UsualService): readonly string[] {
	return missingPackages(services[service].programs);
}

/** The services for which every program is here. */
export function servicesHere(): readonly UsualService[] {
	return usualServices.filter(service => missingFor(service).length === 0);
}

/** What the network lacks here, and the package that would bring it: a sentence each. */
export function describeLacking(): readonly string[] {
	return usualServices.flatMap(service =>
		missingFor(service).map(
			name =>
				`This network has no ${services[service].title}: "${name}" is not installed.`,
		),
	);
}
