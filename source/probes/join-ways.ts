import type {Cause} from './diagnoses.js';
import type {Judgement} from './judgement.js';
import {verdictOf} from './verdict-of.js';

/** One way with what it proves. */
export type JudgedWay = {
	readonly via: 'IPv4' | 'IPv6' | 'proxy';
	readonly judgement: Judgement;
};

/**
 * What all the ways to a destination prove together, as the one way that says it. Where
 * there is a proxy, the way through it counts. Where one family works and the other does
 * not, that is a warning. Undefined when there is no way at all.
 */
export function joinWays<Way extends JudgedWay>(ways: readonly Way[]): Way | undefined {
	const [proxied] = mostTelling(ways.filter(({via}) => via === 'proxy'));
	const families = (['IPv4', 'IPv6'] as const).flatMap(family =>
		mostTelling(ways.filter(({via}) => via === family)).slice(0, 1),
	);
	const working = families.find(way => !isFailure(way));
	if (proxied !== undefined) {
		return isFailure(proxied) && working !== undefined
			? soften(proxied, `works without the proxy; through it: ${detailOf(proxied)}`)
			: proxied;
	}

	const broken = families.find(isFailure);
	return working !== undefined && broken !== undefined
		? soften(broken, `${working.via} works; ${broken.via}: ${detailOf(broken)}`)
		: (mostTelling(families).find(isUnsettled) ?? families[0]);
}

function soften<Way extends JudgedWay>(way: Way, detail: string): Way {
	return {...way, judgement: {...way.judgement, detail, isSoftened: true}};
}

/** What works comes first; then the failure that says most, and silence near the end. */
function mostTelling<Way extends JudgedWay>(ways: readonly Way[]): readonly Way[] {
	return ways.toSorted((a, b) => rank(a) - rank(b));
}

/** What comes after a failure that names more than the way. */
const lessTelling: readonly Cause[] = [
	'names.behind',
	'local.blocked',
	'tcp.prohibited',
	'udp.prohibited',
	'tcp.refused',
	'udp.refused',
	'tcp.timeout',
	'udp.timeout',
	'tcp.unreachable',
	'udp.unreachable',
	'probe.failed',
];

function rank(way: JudgedWay): number {
	const {cause} = way.judgement;
	if (cause === null || !isFailure(way)) {
		return cause === null ? 0 : 1;
	}

	return 3 + lessTelling.indexOf(cause);
}

function isFailure({judgement}: JudgedWay): boolean {
	return verdictOf(judgement) === 'fail';
}

function isUnsettled({judgement: {cause}}: JudgedWay): boolean {
	return cause !== null;
}

function detailOf({judgement}: JudgedWay): string {
	return judgement.detail;
}
