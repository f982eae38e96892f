import {diagnoses} from '../../source/probes/diagnoses.js';
import type {Situation} from '../../source/probes/diagnosis.js';

/** A row that fails, for sentences that read as they would on the phone. */
const situation: Situation = {
	destination: 'license.looker.com',
	reached: 'license.looker.com (192.0.2.7)',
	address: '192.0.2.7',
	port: 443,
	protocol: 'tcp',
	from: '10.10.0.10',
	resolvers: '10.62.0.53',
	retirement: 'It was taken out of the DNS.',
	named: '…',
};

/** `docs/probe-causes.md`: every cause with its verdict, its owner and what is said of it. */
export function causesDocument(): string {
	const rows = Object.entries(diagnoses)
		.toSorted(([a], [b]) => a.localeCompare(b))
		.map(([cause, {verdict, owner, remedy}]) =>
			[`\`${cause}\``, verdict, owner, remedy(situation).replaceAll('|', '\\|')].join(
				' | ',
			),
		);
	return [
		'# What a probe can find',
		'',
		'Each row of the vendor\'s list ends with a verdict. Unless it is `pass`, it has a cause for programs, an owner who must act, and a sentence that can be read out over the phone. These are all of them, as they would be said of 443/tcp from 10.10.0.10 to license.looker.com; "…" stands for what was seen there.',
		'',
		'A failure beside something that works (the other address family, or the way without the proxy) is told as `warn`. What another result explains is `skipped` with that cause.',
		'',
		'| cause | verdict | owner | sentence |',
		'|---|---|---|---|',
		...rows.map(row => `| ${row} |`),
		'',
	].join('\n');
}
