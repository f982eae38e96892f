import type {Rule} from './policy.js';

/** What a rule cannot do yet. */
export type Warning = {
	/** The rule's id. */
	readonly rule: string;
	readonly text: string;
};

/** What the rules cannot do yet, each thing once. */
export function warningsAbout(rules: readonly Rule[]): readonly Warning[] {
	const warnings = rules.flatMap(rule => [
		...unresolvedNames(rule),
		...anyResolver(rule),
	]);
	const byText = Map.groupBy(warnings, ({text}) => text);
	return [...byText.values()].flatMap(([first]) => first ?? []);
}

function unresolvedNames({id, peers}: Rule): readonly Warning[] {
	const names = peers.kind === 'some' ? peers.names : [];
	return names
		.filter(({addresses}) => addresses.length === 0)
		.map(({name, isFollowed}) => ({
			rule: id,
			text: isFollowed
				? `"${name}" has no address in the DNS. It is permitted from the moment that it has one.`
				: `"${name}" has no address in the DNS, so no rule can be made for it. Correct the name, or apply again when it resolves.`,
		}));
}

function anyResolver({id, peers}: Rule): readonly Warning[] {
	return id === 'dns-udp' && peers.kind === 'any'
		? [
				{
					rule: id,
					text: 'It is not known which DNS servers this server asks, so DNS is permitted to any address. Name them in the answers (dns.servers), or apply again when it has some.',
				},
			]
		: [];
}
