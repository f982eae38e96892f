import {type Address, bitsOf, formatAddress} from '../addresses/address.js';
import {type RunInside, reasonOf} from './inside.js';
import {unrehearsed} from './unrehearsed.js';

/** One end of the link: a process in its network namespace, and the addresses there. */
export type End = {readonly pid: number; readonly addresses: readonly Address[]};

/** The interface at either end. */
const link = 'rehearsal';

const everything = {4: '0.0.0.0/0', 6: '::/0'} as const;

/**
 * Links two network namespaces; each end looks for every address at the other.
 * @throws Failure `firewall.refused`
 */
export async function wire(inside: RunInside, here: End, far: End): Promise<void> {
	const cable = `link add ${link} type veth peer name ${link} netns ${far.pid}`;
	try {
		await ip(inside, here, [cable, ...linesFor(here)]);
		await ip(inside, far, linesFor(far));
	} catch (error) {
		throw unrehearsed(reasonOf(error), error);
	}
}

async function ip(inside: RunInside, {pid}: End, lines: readonly string[]) {
	await inside(pid, ['ip', '-batch', '-'], `${lines.join('\n')}\n`);
}

function linesFor({addresses}: End): readonly string[] {
	const families = new Set(addresses.map(({family}) => family));
	return [
		`link set ${link} up`,
		...addresses.map(address => `address add ${addressLine(address)}`),
		...[...families].map(family => `route add ${everything[family]} dev ${link}`),
	];
}

/** An IPv6 address is usable at once, without a second of duplicate detection. */
function addressLine(address: Address): string {
	const {family} = address;
	const text = `${formatAddress(address)}/${bitsOf[family]} dev ${link}`;
	return family === 6 ? `${text} nodad` : text;
}
