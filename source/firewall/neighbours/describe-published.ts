import {describePeers} from '../../policy/describe.js';
import type {Permission, Policy} from '../../policy/policy.js';
import {isForPublished} from '../ruleset.js';
import type {PublishedPort} from './published-port.js';

const most = 10;

/**
 * Who may reach the ports that somebody publishes, a sentence for each that a rule
 * permits, and one for all the others.
 */
export function describePublished(
	publisher: string,
	ports: readonly PublishedPort[],
	policy: Pick<Policy, 'rules'>,
): readonly string[] {
	// The same port is published once a family, and once an address of this server.
	const once = [...Map.groupBy(ports, nameOf).values()].flatMap(([port]) => port ?? []);
	const refused = once.filter(port => rulesFor(port, policy).length === 0);
	return [
		...once.flatMap(port =>
			rulesFor(port, policy).map(
				({id, peers}) =>
					`${withTarget(port)} is published by ${publisher}: ${describePeers(peers, 'anyone')} may reach it (${id}).`,
			),
		),
		...describeRefused(publisher, refused),
	];
}

function describeRefused(
	publisher: string,
	ports: readonly PublishedPort[],
): readonly string[] {
	if (ports.length === 0) {
		return [];
	}

	const rest = ports.length > most ? ` and ${ports.length - most} more` : '';
	const names = `${ports.slice(0, most).map(withTarget).join(', ')}${rest}`;
	return [
		ports.length === 1
			? `${names} is published by ${publisher}: nobody may reach it by these rules; add it to "extra" if somebody should.`
			: `${names} are published by ${publisher}: nobody may reach them by these rules; add to "extra" those that somebody should.`,
	];
}

function rulesFor(
	{protocol, first, last}: PublishedPort,
	{rules}: Pick<Policy, 'rules'>,
): readonly Permission[] {
	return rules.filter(
		rule =>
			isForPublished(rule) &&
			rule.match.kind === 'port' &&
			rule.match.protocol === protocol &&
			rule.match.port >= first &&
			rule.match.port <= last,
	);
}

/** `8080/tcp (to 172.17.0.2:80)` */
function withTarget(port: PublishedPort): string {
	return port.target === '' ? nameOf(port) : `${nameOf(port)} (to ${port.target})`;
}

function nameOf({protocol, first, last}: PublishedPort): string {
	return `${first === last ? first : `${first}-${last}`}/${protocol}`;
}
