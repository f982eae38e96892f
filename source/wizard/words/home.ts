/** Where one can go from home. */
export const homeOptions = [
	{label: 'Look at the settings, or change one', value: 'review'},
	{label: 'Look at the last results', value: 'last-results'},
	{label: 'Probe all connections', value: 'results'},
	{label: 'Wait for viewers or servers to connect', value: 'knocks'},
	{label: 'Go back to an earlier configuration', value: 'generations'},
	{label: 'Leave', value: 'leave'},
] as const;

export type HomeChoice = (typeof homeOptions)[number]['value'];
