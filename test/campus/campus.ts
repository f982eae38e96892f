import {type Host, startHost} from './host.js';
import {type HostName, hostNames} from './hosts.js';
import {readPrograms} from './programs.js';
import {type ServiceName, startServices, usualServices} from './services/index.js';
import type {Service} from './services/service.js';
import {wire} from './wiring.js';

export type CampusOptions = {
	/** All but ssh unless told; `false` for a bare network. */
	readonly services?: boolean | readonly ServiceName[];
};

/** A small university network of real hosts, see hosts.ts and zone.ts. */
export type Campus = AsyncDisposable & {
	readonly hosts: Readonly<Record<HostName, Host>>;
	readonly router: Host;
	readonly services: Readonly<Partial<Record<ServiceName, Service>>>;
	readonly close: () => Promise<void>;
};

/**
 * Builds the campus: root needed, nothing of the machine is touched, and nothing is left
 * when it is closed or when this process ends in whatever way.
 */
export async function openCampus({services = true}: CampusOptions = {}): Promise<Campus> {
	const programs = await readPrograms();
	const all = await startAll(['router', ...hostNames], programs.agent);
	const close = async () => {
		await Promise.all(Object.values(all).map(host => host.close()));
	};
	const {router, ...hosts} = all;
	try {
		const names = namesOf(services);
		// Services listen on the addresses of their hosts.
		await wire(router, hosts);
		const started = await startServices(names, hosts, programs);
		return {
			hosts,
			router,
			services: started,
			close,
			[Symbol.asyncDispose]: close,
		};
	} catch (error) {
		await close();
		throw error;
	}
}

function namesOf(services: boolean | readonly ServiceName[]): readonly ServiceName[] {
	if (typeof services === 'boolean') {
		return services ? usualServices : [];
	}

	return services;
}

async function startAll<Name extends string>(names: readonly Name[], agent: string) {
	const starts = await Promise.allSettled(names.map(name => startHost(name, agent)));
	const failed = starts.find(start => start.status === 'rejected');
	if (failed) {
		await Promise.all(
			starts.map(start => start.status === 'fulfilled' && start.value.close()),
		);
		throw failed.reason;
	}

	return Object.fromEntries(
		starts.flatMap((start, index) =>
			start.status === 'fulfilled' ? [[names[index], start.value]] : [],
		),
	) as Record<Name, Host>;
}
