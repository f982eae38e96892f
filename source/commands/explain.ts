import {type Address, readAddress} from '../addresses/address.js';
import type {Protocol} from '../catalogue/connection.js';
import {Failure} from '../failure.js';
import {explain as explainPacket, type Packet} from '../policy/explain.js';
import {openContext} from './context.js';
import type {CommonFlags, JsonFlag} from './flags.js';
import {print, printJson} from './output.js';

type ExplainFlags = CommonFlags &
	JsonFlag & {
		readonly from?: string;
		readonly to?: string;
		readonly port: string;
	};

export async function explain(flags: ExplainFlags): Promise<void> {
	const packet = packetOf(flags);
	const {flow, answers} = await openContext(flags);
	const policy = await flow.policyFor(answers);
	const {verdict, rule, reason} = explainPacket(policy, packet);
	const found = policy.rules.find(
		({id, direction}) => id === rule?.id && direction === packet.direction,
	);
	if (flags.json) {
		printJson({
			schema: 1,
			verdict,
			rule: found === undefined ? null : {id: found.id, usage: found.usage},
			reason,
		});
		return;
	}

	print(`${verdict}: ${reason}${found === undefined ? '' : ` ${found.usage}`}`);
}

function packetOf({from, to, port}: ExplainFlags): Packet {
	if ((from === undefined) === (to === undefined)) {
		throw new Failure(
			'usage',
			'Say either --from or --to, with the address of the other machine.',
		);
	}

	const direction = from === undefined ? 'outbound' : 'inbound';
	return {direction, peer: addressOf(from ?? to ?? ''), ...portOf(port)};
}

function addressOf(text: string): Address {
	const {value, fault} = readAddress(text);
	if (fault !== undefined) {
		throw new Failure('usage', fault);
	}

	return value;
}

function portOf(text: string): {readonly port: number; readonly protocol: Protocol} {
	const [, number = '', protocol] = /^(\d{1,5})\/(tcp|udp)$/.exec(text) ?? [];
	const port = Number(number);
	if (protocol === undefined || port < 1 || port > 65_535) {
		throw new Failure(
			'usage',
			`"${text}" is not a port. It should look like 9999/tcp or 123/udp.`,
		);
	}

	return {port, protocol: protocol === 'udp' ? 'udp' : 'tcp'};
}
