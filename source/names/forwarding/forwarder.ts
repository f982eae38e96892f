import {type Address, formatAddress, isSameAddress} from '../../addresses/address.js';
import {messageOf} from '../../failure.js';
import type {RunCommand} from '../../host/command.js';
import type {AskAddresses} from '../ask-servers.js';
import {type AskerOptions, openAsker, unable} from './asker-link.js';
import {redirectTables, removeRedirect, renderRedirect} from './redirect.js';
import {isTurned} from './try-redirect.js';

export type ForwarderOptions = AskerOptions & {readonly command: RunCommand};

/** Hands the answers of the DNS on to the programs of this server. */
export type Forwarder = {
	/** From now on these are asked, and what is sent to them is turned here. */
	readonly setServers: (servers: readonly Address[]) => Promise<void>;
	/** Asks a server itself. */
	readonly ask: AskAddresses;
	/** Why it has ended by itself. */
	readonly stopped: Promise<string>;
	/** Programs ask the DNS themselves again. */
	readonly stop: () => Promise<void>;
};

/**
 * Turns what programs of this server ask the DNS to a process that asks in their place.
 * @throws Failure `command.failed` with why that cannot be had; nothing is turned then
 */
export async function startForwarder({
	command,
	...options
}: ForwarderOptions): Promise<Forwarder> {
	const nft = (input: string) => command('nft', ['-f', '-'], {input});
	const asker = await openAsker(options);
	const isHere = ({family}: Address) => asker.families.includes(family);
	let turned: readonly Address[] = [];
	const turn = async (servers: readonly Address[]) => {
		await nft(renderRedirect(servers, options.port));
		turned = servers;
	};

	try {
		await turn(options.servers.filter(isHere));
		refuseNobody(turned);
		await refuseUnturned(turned);
	} catch (error) {
		asker.letGo();
		await nft(removeRedirect).catch(() => undefined);
		throw error;
	}

	const stopped = Promise.withResolvers<string>();
	let isOver = false;
	const end = async (reason: string) => {
		if (!isOver) {
			isOver = true;
			await nft(removeRedirect);
			asker.letGo();
			stopped.resolve(reason);
		}
	};

	void asker.ended.then(() => end('The process that asks the DNS has ended.'));
	return {
		async setServers(servers) {
			const wanted = servers.filter(isHere);
			// Also where nothing is new: the first one may answer again.
			asker.setServers(servers);
			if (!isSameList(wanted, turned) || !(await isStanding(wanted, command))) {
				await turn(wanted);
			}

			// The process may hang, and other rules may have come since.
			await refuseUnturned(turned).catch(async error => end(messageOf(error)));
		},
		ask: asker.ask,
		stopped: stopped.promise,
		async stop() {
			await end('It was told to stop.');
			await asker.ended;
		},
	};
}

function refuseNobody(servers: readonly Address[]): void {
	if (servers.length === 0) {
		throw unable('its DNS servers have IPv6 addresses, and this server has no IPv6');
	}
}

/** With the rules in effect, a question to each server must end with us. */
async function refuseUnturned(servers: readonly Address[]): Promise<void> {
	const turned = await Promise.all(servers.map(isTurned));
	const other = servers.find((_, index) => turned[index] === false);
	if (other !== undefined) {
		throw unable(`what is sent to ${formatAddress(other)} cannot be turned to it`);
	}
}

/** Somebody may have flushed every table. */
async function isStanding(
	servers: readonly Address[],
	command: RunCommand,
): Promise<boolean> {
	// Not `list tables`, which reads what sets hold.
	const {stdout} = await command('nft', ['-t', 'list', 'ruleset']);
	return servers.every(({family}) => stdout.includes(`table ${redirectTables[family]}`));
}

function isSameList(a: readonly Address[], b: readonly Address[]): boolean {
	return (
		a.length === b.length &&
		a.every((address, index) => {
			const other = b[index];
			return other !== undefined && isSameAddress(address, other);
		})
	);
}
