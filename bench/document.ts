import type {Finding} from './finding.js';
import {formatTable} from './format-finding.js';
import type {Machine} from './machine.js';

/** A whole run, as it is kept beside the document for programs. */
export type BenchRun = {
	/** RFC 3339. */
	readonly at: string;
	readonly machine: Machine;
	readonly findings: readonly Finding[];
};

/** docs/benchmark.md: the table, and what belongs to it. */
export function formatDocument(run: BenchRun, details: readonly string[]): string {
	const {processor, processors, memory, kernel, node} = run.machine;
	return `# Measured

\`npm run bench -- --write\`, as root, has written this on ${run.at.slice(0, 10)}. Each figure of ours stands beside a peer's or a limit of the same run, taken in turn; the ratio is the middle one of the pairs. Only ratios can be compared with those of another machine: this one has ${processors} processors (${processor}), ${memory} GiB, Linux ${kernel} and Node.js ${node}. The same for programs is in [benchmark.json](benchmark.json).

${[formatTable(run.findings), ...details].join('\n')}`;
}
