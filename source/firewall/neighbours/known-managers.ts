import type {ForeignChain, ForeignTable} from './foreign-table.js';

/** A program that is known to put rules beside ours, and what that means. */
export type Manager = {
	readonly name: string;
	/** Whether a table is all its own. */
	readonly isOwner: (table: ForeignTable) => boolean;
	/** Whether a chain is its own, in a table that it shares with others. */
	readonly isGuest: (chain: ForeignChain) => boolean;
	readonly text: string;
	/** Whether it may refuse what our rules permit. */
	readonly isBlocking: boolean;
};

const named = (pattern: RegExp) => (thing: {readonly name: string}) =>
	pattern.test(thing.name);
const never = () => false;

export const knownManagers: readonly Manager[] = [
	{
		name: 'firewalld',
		isOwner: named(/ firewalld$/),
		isGuest: never,
		text: 'firewalld has a say too: what it does not permit is refused, whatever these rules permit.',
		isBlocking: true,
	},
	{
		name: 'firewalld_policy_drop',
		isOwner: named(/ firewalld_policy_drop$/),
		isGuest: never,
		text: 'firewalld was interrupted while it reloaded, and every new connection is refused until "firewall-cmd --reload" is run.',
		isBlocking: true,
	},
	{
		name: 'docker',
		isOwner: named(/ docker-bridges$/),
		isGuest: named(/^DOCKER/),
		text: 'docker sends packets on to containers; these rules judge them by the port that is published.',
		isBlocking: false,
	},
	{
		name: 'podman',
		isOwner: named(/ netavark$/),
		isGuest: named(/^(?:NETAVARK|CNI)[-_]/),
		text: 'podman sends packets on to containers; these rules judge them by the port that is published.',
		isBlocking: false,
	},
	{
		name: 'fail2ban',
		isOwner: named(/ (?:f2b-|fail2ban)/),
		isGuest: named(/^f2b-/),
		text: 'fail2ban may ban an address for a time, an administrator\'s too, whatever these rules permit; "fail2ban-client unban ADDRESS" lets it in again.',
		isBlocking: true,
	},
	{
		name: 'ufw',
		isOwner: ({chains}) => chains.some(named(/^ufw6?-/)),
		isGuest: never,
		text: 'ufw has a say too: what it does not permit is refused, whatever these rules permit; "ufw disable" ends that.',
		isBlocking: true,
	},
];
