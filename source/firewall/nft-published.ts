import type {Expression, ListedObject, ListedRule} from './nft-listing.js';
import {
	isPublishedTraffic,
	matchesOf,
	type ReadMatch,
	readMatches,
	readPublishedMatches,
} from './nft-match.js';
import {isForPublished} from './ruleset.js';

type Permitted = ReadMatch & {readonly id: string | undefined};

/**
 * Whether our table judges published ports, by the same rules as this server's own ports
 * and no other (`publishedRules` in ruleset.ts).
 */
export function isJudgingPublished(objects: readonly ListedObject[]): boolean {
	const rules = objects.flatMap(({rule}) => rule ?? []);
	const published = rules.filter(({chain}) => chain === 'published');
	return (
		isSendingThere(objects, rules) &&
		isRefusal(published.at(-1)) &&
		textOf(published.slice(0, -1).map(publishedPermission)) === textOf(ownPorts(rules))
	);
}

/** All that the chain `forward` does is to send packets to the chain `published`. */
function isSendingThere(
	objects: readonly ListedObject[],
	rules: readonly ListedRule[],
): boolean {
	const forward = objects.find(({chain}) => chain?.name === 'forward');
	const [rule, ...others] = rules.filter(({chain}) => chain === 'forward');
	return (
		forward?.chain?.policy === 'accept' &&
		others.length === 0 &&
		rule !== undefined &&
		isPublishedTraffic(matchesOf(rule.expr)) &&
		statementsOf(rule.expr) === 'jump' &&
		rule.expr.at(-1)?.jump?.target === 'published'
	);
}

function isRefusal(rule: ListedRule | undefined): boolean {
	return (
		rule !== undefined &&
		matchesOf(rule.expr).length === 0 &&
		statementsOf(rule.expr) === 'counter drop'
	);
}

function publishedPermission({comment, expr}: ListedRule): Permitted | undefined {
	const read = readPublishedMatches(matchesOf(expr));
	return read && isAccepting(expr) ? {...read, id: comment} : undefined;
}

function ownPorts(rules: readonly ListedRule[]): readonly Permitted[] {
	return rules
		.filter(({chain, expr}) => chain === 'input' && isAccepting(expr))
		.flatMap(({comment, expr}) => {
			const read = readMatches('inbound', matchesOf(expr));
			return read && isForPublished({direction: 'inbound', match: read.match})
				? [{...read, id: comment}]
				: [];
		});
}

function isAccepting(expr: readonly Expression[]): boolean {
	return statementsOf(expr) === 'counter accept';
}

/** What a rule does, after its conditions. */
function statementsOf(expr: readonly Expression[]): string {
	return expr
		.filter(({match}) => match === undefined)
		.flatMap(Object.keys)
		.join(' ');
}

/** In whatever order: none of these rules stands in the way of another. */
function textOf(permitted: ReadonlyArray<Permitted | undefined>): string {
	return permitted
		.map(each => JSON.stringify([each?.id, each?.set, each?.match]))
		.toSorted((a, b) => a.localeCompare(b))
		.join('\n');
}
