import type {Finding} from '../finding.js';
import {judgement} from '../judgement.js';
import {isBroken, ownResult, type Root, type RootPlace} from './root.js';

/** The rules in effect here are not what the answers ask for. */
export function ownFirewallRoot(
	findings: readonly Finding[],
	place: RootPlace,
): Root | undefined {
	const explains = (finding: Finding) =>
		finding.result.cause === 'local.blocked' && isBroken(finding);
	const blocked = findings.filter(explains).map(({result}) => result);
	const [first] = blocked;
	if (first === undefined) {
		return undefined;
	}

	const amount = blocked.length === 1 ? '1 connection' : `${blocked.length} connections`;
	const judged = judgement('local.blocked', `blocks ${amount} of the list`, {
		named: [...new Set(blocked.map(({port, protocol}) => `${port}/${protocol}`))].join(
			', ',
		),
	});
	const evidence = {blocked: blocked.map(({id}) => id)};
	return {
		result: ownResult('firewall', judged, place, evidence),
		explains,
		name: "this server's own firewall",
	};
}
