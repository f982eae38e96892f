import {documentsTitle} from './documents.js';
import {evidenceTitle} from './evidence.js';

const options = [
	{label: 'Look at the settings, or change one', value: 'review'},
	{label: 'Look at the last results', value: 'last-results'},
	{label: 'Probe all connections', value: 'results'},
	{label: 'Wait for viewers or servers to connect', value: 'knocks'},
	{label: documentsTitle, value: 'documents'},
	{label: 'Go back to an earlier configuration', value: 'generations'},
	{label: evidenceTitle, value: 'evidence'},
	{label: 'Leave', value: 'leave'},
] as const;

export type HomeChoice = (typeof options)[number]['value'];

/** Where one can go from home. Nothing moves when it turns out that there are no results. */
export function homeOptions(
	hasResults: boolean,
): ReadonlyArray<{readonly label: string; readonly value: HomeChoice}> {
	return options.map(option =>
		option.value === 'last-results' && !hasResults
			? {...option, label: `${option.label} (none yet)`}
			: option,
	);
}
