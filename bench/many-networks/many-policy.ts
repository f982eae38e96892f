import type {Policy} from '../../source/policy/policy.js';
import {sampleAnswers, samplePolicy} from '../../test/helpers/sample.js';
import {manyNetworks} from './many-networks.js';

/** The policy of the example, with so many networks of viewers. */
export function manyPolicy(count: number): Policy {
	const viewers = {subnets: [...manyNetworks(count)]};
	return samplePolicy({answers: sampleAnswers({viewers})});
}
