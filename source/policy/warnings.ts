import {formatAddress} from '../addresses/address.js';
import {retiredNames} from '../catalogue/catalogue.js';
import type {ResolvedName, Rule} from './policy.js';
import {type Refusal, refusalOf} from './refused-address.js';

/** What a rule cannot do yet. */
export type Warning = {
	/** The rule's id. */
	readonly rule: string;
	readonly text: string;
};

/** What the rules cannot do yet, each thing once. */
export function warningsAbout(rules: readonly Rule[]): readonly Warning[] {
	const names = rules.flatMap(namesIn);
	const warnings = [
		...unresolvedNames(names),
		...names.flatMap(refusedAddresses),
		...rules.flatMap(anyResolver),
	];
	const byText = Map.groupBy(warnings, ({text}) => text);
	return [...byText.values()].flatMap(([first]) => first ?? []);
}

type NameInRule = ResolvedName & {readonly rule: string};

function namesIn({id, peers}: Rule): readonly NameInRule[] {
	return peers.kind === 'some' ? peers.names.map(name => ({...name, rule: id})) : [];
}

function unresolvedNames(names: readonly NameInRule[]): readonly Warning[] {
	const followed = names.filter(({isFollowed}) => isFollowed);
	const others = names.filter(({isFollowed}) => !isFollowed);
	return [...others.flatMap(unresolvedName), ...unresolvedFollowed(followed)];
}

function unresolvedName({rule, name, addresses}: NameInRule): readonly Warning[] {
	const text = `"${name}" has no address in the DNS, so no rule can be made for it. Correct the name, or apply again when it resolves.`;
	return addresses.length > 0 ? [] : [{rule, text}];
}

/** So many names without an address are no fault of the names. */
const many = 3;

function unresolvedFollowed(names: readonly NameInRule[]): readonly Warning[] {
	const missing = names.filter(({addresses}) => addresses.length === 0);
	const [first] = missing;
	if (first !== undefined && missing.length === names.length && names.length >= many) {
		const text =
			'The DNS tells no address of any name yet. Each is permitted from the moment that it has one.';
		return [{rule: first.rule, text}];
	}

	return missing
		.filter(({name}) => !retiredNames.has(name))
		.map(({rule, name}) => ({
			rule,
			text: `"${name}" has no address in the DNS. It is permitted from the moment that it has one.`,
		}));
}

/** What the DNS says that is never permitted, whatever the rules are. */
function refusedAddresses({
	rule,
	name,
	addresses,
	isFollowed,
}: NameInRule): readonly Warning[] {
	return addresses.flatMap(address => {
		const refusal = isFollowed ? refusalOf(name, address) : undefined;
		return refusal === undefined
			? []
			: [
					{
						rule,
						text: `The DNS says that "${name}" is at ${formatAddress(address)}, ${reasons[refusal]}`,
					},
				];
	});
}

const reasons: Readonly<Record<Refusal, string>> = {
	sinkhole:
		'where no machine can be: most likely a filter in the DNS. That is never permitted.',
	inside:
		'which is inside, although the list means a site on the Internet. That is not permitted; if it is right, add the address to your own rules (extra).',
};

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
