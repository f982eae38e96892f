import type {Flow} from '../../source/flow/flow.js';
import type {Evidence, EvidenceItem} from '../../source/support/evidence.js';

/** What a small server might have. */
export const exampleItems: readonly EvidenceItem[] = [
	{name: 'versions.json', title: 'Versions', bytes: 912, note: undefined},
	{name: 'answers.yaml', title: 'Answers', bytes: 1310, note: undefined},
	{
		...{name: 'system-log.txt', title: 'System log', bytes: 262_144},
		note: 'cut to the last 256 KB, from 2026-11-22 on',
	},
	{
		...{name: 'firewalld.xml', title: 'Settings of firewalld', bytes: 0},
		note: 'not there: firewalld is not installed',
	},
];

export type RecordedEvidence = Pick<Flow, 'collectEvidence'> & {
	/** Whether names were to be replaced, each time that something was collected. */
	readonly asked: readonly boolean[];
	/** Whether the last collecting was called off. */
	readonly isCalledOff: () => boolean;
};

/**
 * A support bundle made of data.
 * @param until what is waited for once every item is told
 */
export function recordedEvidence(until?: Promise<void>): RecordedEvidence {
	const asked: boolean[] = [];
	let signal: AbortSignal | undefined;
	return {
		asked,
		isCalledOff: () => signal?.aborted === true,
		async collectEvidence(options): Promise<Evidence> {
			asked.push(options.isAnonymous);
			signal = options.signal;
			exampleItems.forEach(options.onItem);
			await until;
			return {
				items: exampleItems,
				archive: async () =>
					new TextEncoder().encode(options.isAnonymous ? 'tokens' : 'names'),
				fileName: 'analytics-setup-evidence-analytics.uni.edu-2026-11-22T1402.tar.gz',
			};
		},
	};
}
