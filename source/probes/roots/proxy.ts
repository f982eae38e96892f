import type {Cause} from '../diagnoses.js';
import {diagnoses} from '../diagnoses.js';
import type {Finding} from '../finding.js';
import {isBroken, type Root} from './root.js';

/** What a proxy does to every connection alike. */
export const alikeByProxy: readonly (Cause | null)[] = [
	'proxy.unreachable',
	'proxy.login',
	'proxy.login-refused',
	'proxy.login-not-sent',
	'proxy.not-a-proxy',
];

/** The proxy itself does not work, or lets nobody through. */
export function proxyRoot(findings: readonly Finding[]): Root | undefined {
	const explains = (finding: Finding) =>
		alikeByProxy.includes(finding.result.cause) && isBroken(finding);
	const first = findings.find(explains)?.result;
	if (first?.cause == null) {
		return undefined;
	}

	const {owner, verdict} = diagnoses[first.cause];
	const way = first.ways.find(({via}) => via === 'proxy');
	return {
		result: {
			...first,
			id: 'proxy',
			destination: 'the proxy',
			verdict,
			owner,
			detail: way?.detail ?? first.detail,
			ways: [],
		},
		explains,
		name: 'the proxy',
	};
}
