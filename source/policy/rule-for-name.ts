import type {PortPacket} from './explain.js';
import {followedAmong} from './followed-names.js';
import type {Permission} from './policy.js';

/** A connection to whatever a name stands for at that moment. */
export type ToName = Pick<PortPacket, 'protocol' | 'port'> & {readonly name: string};

/**
 * The rule that permits connections to a name because it follows it. Which addresses that
 * are is another question: they come and go.
 */
export function ruleForName(
	rules: readonly Permission[],
	{name, protocol, port}: ToName,
): Permission | undefined {
	return rules.find(
		({direction, match, peers}) =>
			direction === 'outbound' &&
			match.kind === 'port' &&
			match.protocol === protocol &&
			match.port === port &&
			followedAmong(peers).some(followed => followed.name === name),
	);
}
