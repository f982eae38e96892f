import {catalogue} from '../../catalogue/catalogue.js';
import type {WizardStep} from '../step.js';

/** Which rows of the vendor's list an answer feeds. */
export function feedsNote({feeds}: Pick<WizardStep, 'feeds'>, separator: string): string {
	const rows = catalogue.filter(({id}) => feeds.includes(id));
	const named = rows.map(({port, destination, direction}) =>
		direction === 'outbound' && destination !== undefined
			? `${port} to ${destination}`
			: `${port} ${direction}`,
	);
	return rows.length === 0
		? "Stands for this server in every row of the vendor's list"
		: `In the vendor's list: ${named.join(` ${separator} `)}`;
}
