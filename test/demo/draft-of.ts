import type {Draft} from '../../source/answers/schema.js';
import type {HostFacts} from '../../source/host/facts.js';
import {steps} from '../../source/wizard/steps/index.js';

// Every page has its answers, so nothing is taken from the machine.
const facts: HostFacts = {
	hostname: '',
	addresses: [],
	resolvers: [],
	hosts: new Map(),
	timeServers: [],
	usesDhcp: {4: false, 6: false},
};

/** What the wizard would keep of somebody who typed these answers, and sent off no page yet. */
export function draftOf(answers: Draft): string {
	const asked = new Set<string>(steps.flatMap(({sections}) => sections));
	const typed = steps.map(({id, valuesFrom}) => [id, valuesFrom(answers, facts)]);
	const unasked = Object.entries(answers).filter(([section]) => !asked.has(section));
	return JSON.stringify({
		answers: Object.fromEntries(unasked),
		typed: Object.fromEntries(typed),
	});
}
