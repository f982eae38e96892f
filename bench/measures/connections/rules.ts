import {renderRuleset} from '../../../source/firewall/ruleset.js';
import {sampleAnswers, samplePolicy} from '../../../test/helpers/sample.js';

/** The rules of the program for a site with these viewers. */
export function ownRules(subnets: readonly string[]): string {
	const answers = sampleAnswers({viewers: {subnets: [...subnets]}});
	return renderRuleset(samplePolicy({answers}));
}

/**
 * The same as many write it: a rule a source, after those for open connections. Who comes
 * first in the list stands in its middle, as a source does on average.
 */
export function linearRules(sources: readonly string[]): string {
	const half = Math.ceil(sources.length / 2);
	const rules = [...sources.slice(half), ...sources.slice(0, half)].map(
		source => `ip saddr ${source} tcp dport 9999 accept`,
	);
	return `table inet linear {
	chain input {
		type filter hook input priority 0; policy drop
		iif lo accept
		ct state established,related accept
		${rules.join('\n\t\t')}
	}
}
`;
}
