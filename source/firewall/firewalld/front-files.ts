import {formatCidr} from '../../addresses/cidr.js';
import type {Policy} from '../../policy/policy.js';
import {type Opening, openingsFor, type Target, zone} from './opening.js';
import {element, xmlDocument} from './xml.js';

/** Files of the zone and its sets: their content by their path under /etc/firewalld. */
export type FrontFiles = Readonly<Record<string, string>>;

/** Where the zone's own file stands, under /etc/firewalld. */
export const zonePath = `zones/${zone}.xml`;

/** What is ours says so in its short name, which firewalld keeps when it writes a file anew. */
export const ownMark = '<short>analytics-setup';

/** The files with which firewalld opens what a policy permits. */
export function frontFiles(policy: Policy): FrontFiles {
	return {...ipsetsXml(policy), [zonePath]: zoneXml(policy)};
}

/**
 * The zone: one element for each thing that it lets in. Only elements that every
 * firewalld from 0.6.3 to 2.5 knows.
 */
export function zoneXml(policy: Policy): string {
	return xmlDocument('zone', {target: 'DROP'}, [
		element('short', {}, 'analytics-setup'),
		...openingsFor(policy).map(zoneElement),
	]);
}

/** The sets of sources that the zone speaks of. */
export function ipsetsXml(policy: Policy): FrontFiles {
	return Object.fromEntries(
		openingsFor(policy).flatMap(({rule, family, sources}) => {
			if (sources === undefined) {
				return [];
			}

			const content = xmlDocument('ipset', {type: 'hash:net'}, [
				element('short', {}, `analytics-setup: ${rule}`),
				element('option', {name: 'family', value: family === 4 ? 'inet' : 'inet6'}),
				...sources.cidrs.map(cidr => element('entry', {}, formatCidr(cidr))),
			]);
			return [[`ipsets/${sources.set}.xml`, content]];
		}),
	);
}

function zoneElement({target, family, sources}: Opening): string {
	return family === undefined
		? targetElement(target)
		: element('rule', {family: `ipv${family}`}, [
				...(sources === undefined ? [] : [element('source', {ipset: sources.set})]),
				targetElement(target),
				element('accept'),
			]);
}

function targetElement(target: Target): string {
	return 'port' in target
		? element('port', {port: target.port, protocol: target.protocol})
		: element('protocol', {value: target.protocol});
}
