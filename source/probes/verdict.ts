export type Verdict = 'pass' | 'warn' | 'fail' | 'skipped' | 'unprovable';

export const verdicts: readonly Verdict[] = [
	'pass',
	'warn',
	'fail',
	'skipped',
	'unprovable',
];

/** Who must act. */
export type Owner = 'this-host' | 'network' | 'dns' | 'proxy' | 'remote' | 'vendor';
