import {type Address, formatAddress} from '../addresses/address.js';
import {
	firstTry,
	type Look,
	type NameAnswer,
	type NameSources,
	resolveName,
	secondTry,
} from '../host/resolver.js';
import {late} from '../late.js';
import type {NamesReport} from './followed-name.js';

const loadAsking = late(() => import('./dns/ask-server.js'));

/**
 * Looks names up, each of them once: a run asks for the same name more than once.
 * @param report what is followed here, if anything: then this server answers its programs
 * itself, and what each DNS server says is asked past that
 */
export function nameResolver(
	sources: NameSources,
	report: () => Promise<NamesReport | undefined>,
): (name: string) => Promise<NameAnswer> {
	const asked = new Map<string, Promise<NameAnswer>>();
	let isAnswered: Promise<boolean> | undefined;
	const resolve = async (name: string) => {
		isAnswered ??= report().then(told => told?.way === 'answers');
		return resolveName(name, sources, (await isAnswered) ? askItself : undefined);
	};

	return name => {
		const answer = asked.get(name) ?? resolve(name);
		asked.set(name, answer);
		return answer;
	};
}

/** What a server says of both families, whoever else answers for it on this server. */
async function askItself(name: string, server: Address): Promise<readonly Look[]> {
	const {askAddresses} = await loadAsking();
	return Promise.all(
		([4, 6] as const).map(async (family): Promise<Look> => {
			const timeout = firstTry + secondTry;
			const said = await askAddresses(server, name, family, {timeout, isDirect: true});
			const addresses =
				said.outcome === 'answered' ? said.addresses.map(({address}) => address) : [];
			return {server: formatAddress(server), family, outcome: said.outcome, addresses};
		}),
	);
}
