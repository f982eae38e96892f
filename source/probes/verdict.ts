export const verdicts = ['pass', 'warn', 'fail', 'skipped', 'unprovable'] as const;
export type Verdict = (typeof verdicts)[number];

/** Who must act. */
export const owners = [
	'this-host',
	'network',
	'dns',
	'proxy',
	'remote',
	'vendor',
] as const;
export type Owner = (typeof owners)[number];
