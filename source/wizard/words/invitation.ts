import {formatAddress} from '../../addresses/address.js';
import {describePerson} from '../../host/person.js';
import type {Surroundings} from '../../host/surroundings.js';
import {formatTime} from '../../moment.js';

/** What a console says before anybody has begun. */
export const invitation = {
	headline: 'This server is not set up yet.',
	purpose:
		"The setup asks for the names and networks of your site, sets this server's own firewall, and tries every connection that Analytics needs. You see every rule before anything is changed.",
	byItself:
		'As soon as this server is set up, this console gets its login prompt by itself.',
} as const;

/** What each key does now. Somebody in the wizard can be looked on at; a command cannot. */
export function keysOf({holder}: Surroundings) {
	const enter =
		holder === undefined
			? 'set this server up'
			: isInWizard(holder)
				? 'look on'
				: undefined;
	return {enter, l: 'login prompt'} as const;
}

/** `10.10.0.10, 2001:db8::10`, IPv4 first. */
export function addressesInWords({facts}: Surroundings): string {
	const texts = facts.addresses
		.toSorted((a, b) => a.family - b.family)
		.map(address => formatAddress(address));
	return texts.length === 0
		? 'none yet; the setup can begin without one'
		: texts.join(', ');
}

/** Who is changing this server; undefined where nobody is. */
export function holderInWords({holder}: Surroundings): string | undefined {
	if (holder === undefined) {
		return undefined;
	}

	const {person, since, doing = 'the wizard'} = holder;
	const where = isInWizard({doing}) ? 'the setup' : doing;
	const time = since === undefined ? '' : `, since ${formatTime(since)}`;
	if (person === undefined) {
		return `Somebody is in ${where}, and does not say who.`;
	}

	return person.user === undefined
		? `Somebody is in ${where} at ${describePerson(person)}${time}.`
		: `${describePerson(person)} is in ${where}${time}.`;
}

function isInWizard({doing = 'the wizard'}: NonNullable<Surroundings['holder']>) {
	return doing === 'the wizard';
}
