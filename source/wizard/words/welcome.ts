import type {BackendName} from '../../firewall/backend.js';
import {steps} from '../steps/index.js';

/** What is said first on a server that has not been set up. */
export const welcome = {
	headline: 'This makes the network connections of this Analytics server work.',
	stages: (backend: BackendName) => [
		`You name your networks and servers: ${steps.length} short pages.`,
		'You see every firewall rule before anything is changed.',
		backend === 'files'
			? 'The rules are written to files.'
			: "The rules are put into this server's own firewall.",
		'Every connection of the list is tried, and you learn who must act.',
	],
	haveAtHand:
		'Have at hand: the networks of your Analytics viewers, the addresses of your AppsAnywhere servers, where remote support connects from, and the names of your SQL Server and mail relay.',
} as const;

/** What the user must know wherever rules seem to be put into effect. */
export const filesReason =
	'Without root, or without nftables, the rules are only written to files: nothing takes effect on this server.';
