import {withoutCidrs} from '../../addresses/cidr-list.js';
import type {Change} from '../plan.js';
import type {KernelFront} from './kernel-front.js';
import {describeOpening, keyOf, type Opening, zone} from './opening.js';

/** How what firewalld put into the kernel differs from what it is to let in. */
export function frontChanges(
	wanted: readonly Opening[],
	front: KernelFront,
): readonly Change[] {
	if (front.defaultZone !== zone && front.openings.length === 0) {
		return [
			change(
				'add',
				'firewalld',
				`gets a zone "${zone}" that lets in what is permitted; it becomes the default zone${insteadOf(front)}`,
			),
		];
	}

	const keys = new Set(wanted.map(keyOf));
	const found = new Map(front.openings.map(opening => [keyOf(opening), opening]));
	return [
		...wanted.flatMap(opening => changesTo(opening, found.get(keyOf(opening)))),
		...front.openings
			.filter(opening => !keys.has(keyOf(opening)))
			.map(opening => toChange('remove', opening)),
		...faultsOf(front).map(text => change('change', 'firewalld', text)),
	];
}

/** Whether all that is missing are entries of sets, which may still be on their way. */
export function isFilling(wanted: readonly Opening[], front: KernelFront): boolean {
	const found = new Set(front.openings.map(keyOf));
	const changes = frontChanges(wanted, front);
	return (
		changes.length > 0 &&
		changes.every(({action}) => action === 'add') &&
		wanted.every(opening => found.has(keyOf(opening)))
	);
}

function faultsOf({
	defaultZone,
	strangers,
	isClosed,
	isDropping,
}: KernelFront): readonly string[] {
	return [
		...(defaultZone === zone
			? []
			: [`its default zone is "${defaultZone ?? 'none'}" and becomes "${zone}"`]),
		...(strangers === 0
			? []
			: [`its zone "${zone}" lets in something that analytics-setup did not ask for`]),
		...(isClosed ? [] : [`its zone "${zone}" no longer drops the rest`]),
		...(isDropping
			? ['a crash left its table "firewalld_policy_drop", which drops everything new']
			: []),
	];
}

function changesTo(opening: Opening, found: Opening | undefined): readonly Change[] {
	if (found === undefined) {
		return [toChange('add', opening)];
	}

	return [...difference('add', opening, found), ...difference('remove', found, opening)];
}

/** What the sources of one have and those of the other lack; both have the same set. */
function difference(
	action: Change['action'],
	opening: Opening,
	other: Opening,
): readonly Change[] {
	const {sources} = opening;
	const cidrs = withoutCidrs(sources?.cidrs ?? [], other.sources?.cidrs ?? []);
	return sources === undefined || cidrs.length === 0
		? []
		: [toChange(action, {...opening, sources: {...sources, cidrs}})];
}

function toChange(action: Change['action'], opening: Opening): Change {
	return change(action, opening.rule, `${describeOpening(opening)}: ${opening.rule}`);
}

function change(action: Change['action'], rule: string, text: string): Change {
	return {action, rule, text: `firewalld: ${text}`};
}

function insteadOf({defaultZone}: KernelFront): string {
	return defaultZone === undefined ? '' : ` instead of "${defaultZone}"`;
}
