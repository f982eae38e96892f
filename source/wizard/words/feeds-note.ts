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
	const shown = named.length > mostNamed ? named.slice(0, 1) : named;
	const rest = named.length - shown.length;
	return rows.length === 0
		? "Stands for this server in every row of the vendor's list"
		: `In the vendor's list: ${shown.join(` ${separator} `)}${rest === 0 ? '' : ` and ${rest} more`}`;
}

/** So many have room on a line; the help of the page has all of them. */
const mostNamed = 3;
