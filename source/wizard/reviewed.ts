import {type Address, formatAddress, isSameAddress} from '../addresses/address.js';
import type {Answers} from '../answers/schema.js';
import type {Plan, ShutOut} from '../flow/plan.js';
import type {Generation} from '../transaction/generations.js';

/** What was reviewed, to be applied and nothing else. */
export type Reviewed = {
	readonly plan: Plan;
	readonly answers: Answers;
	/** The earlier configuration that it goes back to. */
	readonly generation: Generation | undefined;
};

/** Who is logged in now and could not come back, without those of whom that is accepted. */
export function shutOutLogins(
	{shutOut}: Pick<Plan, 'shutOut'>,
	accepted: readonly Address[] = [],
): readonly ShutOut[] {
	return shutOut.filter(
		({peer, isLogin}) =>
			isLogin && !accepted.some(address => isSameAddress(address, peer)),
	);
}

/** Their addresses, each once. */
export function addressesOf(shutOut: readonly ShutOut[]): readonly Address[] {
	const byText = new Map(shutOut.map(({peer}) => [formatAddress(peer), peer]));
	return [...byText.values()];
}

/** Answers in which these addresses may log in too. */
export function admitToSupport(answers: Answers, addresses: readonly Address[]): Answers {
	const added = addresses.map(
		address => `${formatAddress(address)}/${address.family === 4 ? 32 : 128}`,
	);
	// The sources of support that is not enabled were meant for nobody.
	const before = answers.support.enabled ? answers.support.sources : [];
	return {
		...answers,
		support: {...answers.support, enabled: true, sources: [...before, ...added]},
	};
}
