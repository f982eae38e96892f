import {formatAddress} from '../addresses/address.js';
import {Failure} from '../failure.js';
import type {Attempt} from './rehearsal.js';

/** An attempt that did not end as the policy says. */
export type Contradiction = Attempt & {
	readonly seen: Attempt['expected'];
	readonly text: string;
};

/** @param passed how the attempts ended, in their order */
export function contradictionsIn(
	attempts: readonly Attempt[],
	passed: readonly boolean[],
): readonly Contradiction[] {
	return attempts.flatMap((attempt, index) => {
		const seen = passed[index] === true ? 'accept' : 'drop';
		return seen === attempt.expected
			? []
			: [{...attempt, seen, text: textFor(attempt.packet, seen)}];
	});
}

/** @throws Failure `firewall.refused` when there are any */
export function refuseContradictions(contradictions: readonly Contradiction[]): void {
	const [first, ...others] = contradictions;
	if (first !== undefined) {
		const more = others.length === 0 ? '' : ` (and ${others.length} more like this)`;
		throw new Failure(
			'firewall.refused',
			`In a trial on a private network, ${first.text}${more}. Nothing was changed.`,
			{
				remedies: [
					'This is a fault of the program. Report it, with what "analytics-setup plan --raw" shows.',
				],
			},
		);
	}
}

function textFor(
	{direction, protocol, port, peer}: Attempt['packet'],
	seen: Attempt['expected'],
): string {
	const can = seen === 'accept' ? 'could' : 'could not';
	const says = seen === 'accept' ? 'does not permit' : 'permits';
	const address = formatAddress(peer);
	const happened =
		direction === 'inbound'
			? `${address} ${can} reach ${port}/${protocol}`
			: `this server ${can} reach ${address} on ${port}/${protocol}`;
	return `${happened}, though the policy ${says} it`;
}
