import {formatAddress} from '../addresses/address.js';
import {namesUnitName} from '../firewall/unit-names.js';
import {
	type NameStanding,
	type NamesStanding,
	troubleAmong,
} from '../flow/names-standing.js';
import {unfollowedAmong} from '../flow/unfollowed-names.js';
import {inFigures} from '../in-figures.js';
import {formatTime, timeAgo} from '../moment.js';
import {firstFew} from '../reports/list-in-words.js';

/** So many of each fit on a screen; all of them are in the JSON. */
const mostNames = 30;
const mostTroubles = 10;

/** How the names that rules follow stand, for people. */
export function namesLines(standing: NamesStanding, now: number): readonly string[] {
	const {report, names} = standing;
	const unfollowed = unfollowedAmong(standing);
	return [
		...(unfollowed.length === 0 ? [] : [describeUnfollowed(unfollowed)]),
		...cut(troubleAmong(standing, now), mostTroubles),
		...(report?.way === 'answers'
			? ['What a program here is told of a name is permitted before it hears of it.']
			: []),
		'Names that rules follow, and when each address was first told:',
		...cut(
			names.map(name => `  ${describeName(name, now)}`),
			mostNames,
		),
	];
}

function describeUnfollowed(unfollowed: readonly NameStanding[]): string {
	const names = firstFew(unfollowed.map(({name}) => `"${name}"`));
	return `Nobody follows ${names}, although rules do: addresses that the DNS tells are not permitted, and those that are permitted run out. Run: systemctl restart ${namesUnitName.replace('.service', '')}`;
}

/** `bitbucket.org, for bitbucket: 198.51.100.80 (2 hours ago); next look 14:02 UTC` */
function describeName(
	{name, rules, permitted, known}: NameStanding,
	now: number,
): string {
	const addresses =
		known === undefined
			? permitted.map(formatAddress)
			: known.addresses.map(
					({address, since}) =>
						`${formatAddress(address)} (${timeAgo(isoOf(since), now)})`,
				);
	const next =
		known === undefined ? '' : `; next look ${formatTime(isoOf(known.nextLook))}`;
	return `${name}, for ${firstFew(rules)}: ${addresses.length === 0 ? 'no address' : firstFew(addresses)}${next}`;
}

function cut(lines: readonly string[], most: number): readonly string[] {
	const rest = lines.length - most;
	return rest <= 0
		? lines
		: [
				...lines.slice(0, most),
				`  and ${inFigures(rest)} more: analytics-setup status --json has all of them`,
			];
}

function isoOf(moment: number): string {
	return new Date(moment).toISOString();
}
