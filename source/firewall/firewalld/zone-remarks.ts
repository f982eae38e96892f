import {quoted} from '../../addresses/quoted.js';
import type {Policy} from '../../policy/policy.js';
import type {ListedZone} from './listed-zones.js';
import {zone as ownZone} from './opening.js';

/** An interface that NetworkManager binds to a zone, and the connection that says so. */
export type BoundInterface = {readonly name: string; readonly connection: string};

export type ZonesToJudge = {
	/** As they are in effect. */
	readonly zones: readonly ListedZone[];
	/** As they are after a reload. */
	readonly saved: readonly ListedZone[];
	readonly defaultZone: string;
	readonly bound: readonly BoundInterface[];
	readonly policy: Policy;
};

/** What other zones have to say about packets for this server, by name. */
export function remarksOnZones(judged: ZonesToJudge): readonly string[] {
	const others = judged.zones.filter(({name}) => name !== ownZone);
	return others.flatMap(zone => [
		...interfaceRemarks(zone, judged),
		...sourceRemarks(zone),
		...permitRemarks(zone, judged),
		...unsavedRemarks(zone, judged),
	]);
}

/** Our zone is for interfaces that are bound to no other. */
function interfaceRemarks(zone: ListedZone, judged: ZonesToJudge): readonly string[] {
	const {name, target} = zone;
	const saved = judged.saved.find(other => other.name === name);
	return wordsOf(zone, 'interfaces').flatMap(each => {
		const bound = judged.bound.find(other => other.name === each);
		const isBound =
			bound !== undefined ||
			name !== judged.defaultZone ||
			(saved !== undefined && wordsOf(saved, 'interfaces').includes(each));
		const remedy =
			bound === undefined
				? `firewall-cmd --permanent --zone=${name} --remove-interface=${each}`
				: `nmcli connection modify ${quoted(bound.connection)} connection.zone ""`;
		return isBound
			? [
					`The interface ${quoted(each)} is bound to firewalld's zone ${quoted(name)}${opennessOf(target)}, so firewalld does not open there what the policy permits. Unbind it: ${remedy}`,
				]
			: [];
	});
}

function sourceRemarks(zone: ListedZone): readonly string[] {
	const {name, target} = zone;
	const sources = wordsOf(zone, 'sources');
	return sources.length === 0
		? []
		: [
				`What comes from ${sources.join(', ')} is judged by firewalld's zone ${quoted(name)}${opennessOf(target)}, not by the zone of analytics-setup. Remove such a source if it is not needed: firewall-cmd --permanent --zone=${name} --remove-source=${sources[0]}`,
			];
}

/** What somebody once opened, and the policy does not know. */
function permitRemarks(zone: ListedZone, judged: ZonesToJudge): readonly string[] {
	const isInUse =
		zone.name === judged.defaultZone ||
		[...wordsOf(zone, 'interfaces'), ...wordsOf(zone, 'sources')].length > 0;
	const permitted = new Set(judged.policy.rules.flatMap(portOf));
	const opened = [
		...wordsOf(zone, 'services').filter(name => !isPermittedService(name, permitted)),
		...wordsOf(zone, 'ports').filter(port => !permitted.has(port)),
		...wordsOf(zone, 'protocols'),
		...wordsOf(zone, 'rich rules').filter(rule => /\baccept\b/.test(rule)),
	];
	return isInUse && opened.length > 0
		? [
				`firewalld's zone ${quoted(zone.name)} lets in ${opened.join(', ')}; the policy does not. Add to "extra" what is still needed.`,
			]
		: [];
}

/** A reload forgets what was never saved; fail2ban and others work that way. */
function unsavedRemarks(zone: ListedZone, {saved}: ZonesToJudge): readonly string[] {
	const same = saved.find(({name}) => name === zone.name);
	const lost = ['sources', 'services', 'ports', 'protocols', 'rich rules'].flatMap(
		field =>
			wordsOf(zone, field).filter(word => same && !wordsOf(same, field).includes(word)),
	);
	return lost.length === 0
		? []
		: [
				`firewalld's zone ${quoted(zone.name)} holds what is not saved, and an apply reloads firewalld: ${lost.join(', ')} will be forgotten.`,
			];
}

/** Where DHCPv6 is in use the policy permits it by itself, and elsewhere nobody needs it. */
function isPermittedService(name: string, permitted: ReadonlySet<string>): boolean {
	return name === 'dhcpv6-client' || (name === 'ssh' && permitted.has('22/tcp'));
}

function portOf({direction, match}: Policy['rules'][number]): readonly string[] {
	return direction === 'inbound' && match.kind === 'port'
		? [`${match.port}/${match.protocol}`]
		: [];
}

function opennessOf(target: string): string {
	return target === 'ACCEPT' ? ', which lets everything in' : '';
}

function wordsOf({fields}: ListedZone, name: string): readonly string[] {
	return fields.get(name) ?? [];
}
