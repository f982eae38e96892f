import type {Finding} from '../finding.js';
import type {ProbeResult} from '../probe-result.js';
import {clockRoot} from './clock.js';
import {dnsRoot, dnsServerRoots, oddDnsRoot} from './dns.js';
import {ipv6Root} from './ipv6.js';
import {namesRoot} from './names.js';
import {ownFirewallRoot} from './own-firewall.js';
import {ownNetworkRoot} from './own-network.js';
import {pathRoot} from './path.js';
import {proxyRoot} from './proxy.js';
import type {Root, RootPlace} from './root.js';

/** Results of which no two say the same fault. */
export type RootedResults = {
	/** What was found to be behind several results, and stands in none of them. */
	readonly roots: readonly ProbeResult[];
	/** The results as they were given, each as it stands after that. */
	readonly results: readonly ProbeResult[];
};

/**
 * One root cause, one error: what a fault of this server, its firewall, the DNS, the clock
 * or the proxy explains is skipped because of it, and only the fault itself is told.
 */
export function nameRootCauses(
	findings: readonly Finding[],
	place: RootPlace,
): RootedResults {
	const roots = [
		ownNetworkRoot(findings, place),
		ownFirewallRoot(findings, place),
		namesRoot(findings, place),
		dnsRoot(findings, place),
		...dnsServerRoots(findings),
		oddDnsRoot(findings, place),
		clockRoot(findings, place),
		pathRoot(findings, place),
		proxyRoot(findings),
		ipv6Root(findings, place),
	].filter(root => root !== undefined);
	// What a root explains is no root itself: without a route the DNS is silent too.
	const needed = roots.filter(root =>
		findings.some(finding => explainer(finding, roots) === root),
	);
	const given = findings.map(({result}) => result);
	return {
		roots: needed.map(({result}) => result).filter(result => !given.includes(result)),
		results: findings.map(finding => {
			const root = explainer(finding, needed);
			return root === undefined ? finding.result : waitFor(root, finding);
		}),
	};
}

function explainer(finding: Finding, roots: readonly Root[]): Root | undefined {
	return roots.find(root => root.result !== finding.result && root.explains(finding));
}

/** What only warns works; everything else waits. */
function waitFor({result, name}: Root, finding: Finding): ProbeResult {
	return finding.result.verdict === 'warn'
		? {...finding.result, verdict: 'pass', cause: null, owner: null, remedy: null}
		: {
				...finding.result,
				verdict: 'skipped',
				cause: result.cause,
				owner: result.owner,
				detail: `waits for ${name}`,
				remedy: null,
			};
}
