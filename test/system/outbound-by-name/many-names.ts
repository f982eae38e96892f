import {askFollower} from '../../../source/names/names-link.js';
import type {DnsAnswers} from '../../campus/services/changing-dns.js';
import {zone} from '../../campus/zone.js';
import {runFolder, startFollower} from './followers.js';
import {openSite, type Site} from './site.js';

export const names = Array.from(
	{length: 1000},
	(_, index) => `host-${index}.many.example`,
);

/** Fifty addresses, half of them of each family, that no other of these names has. */
export function addressesOf(index: number): readonly string[] {
	return Array.from({length: 25}, (_, step) => {
		const number = index * 25 + step;
		const [high, low] = [Math.floor(number / 250), number % 250];
		return [`203.0.${high}.${low}`, `2001:db8:203:${high + 1}::${low + 1}`];
	}).flat();
}

/** What the DNS of that site says. */
export const manyAnswers: DnsAnswers = {
	...zone,
	...Object.fromEntries(names.map((name, index) => [name, addressesOf(index)])),
};

/** A site where all of these names are followed. */
export async function openManyNames(answers = manyAnswers): Promise<Site> {
	const site = await openSite({answers});
	await startFollower(site.campus.hosts.appliance, names, {});
	return site;
}

/** Has every name asked for now, and waits for the end. Resolves with how many there were. */
export async function refresh({campus}: Site): Promise<number> {
	const report = await askFollower(runFolder(campus.hosts.appliance), 'refresh');
	return report?.names.length ?? 0;
}
