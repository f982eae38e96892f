import {isSameAddress} from '../../addresses/address.js';
import {isLoopback} from '../../addresses/cidr-list.js';
import type {Connection, PeerAnswer} from '../../catalogue/connection.js';
import type {InEffect} from '../../firewall/backend.js';
import type {Knock} from '../../firewall/knocks/knock.js';
import type {TcpSocket} from '../../host/tcp-table.js';
import {explain} from '../../policy/explain.js';
import type {Policy} from '../../policy/policy.js';
import {type Judgement, judgement} from '../judgement.js';

/** How things stand on this server when somebody knocks. */
export type KnockScene = {
	/** The row of the list that the port belongs to. */
	readonly row: Pick<Connection, 'id' | 'peer'>;
	/** What the answers ask for. */
	readonly policy: Pick<Policy, 'rules'>;
	/** Undefined where no rules of ours are in effect. */
	readonly inEffect: Pick<InEffect, 'rules'> | undefined;
	readonly sockets: readonly TcpSocket[];
	/** Whether a stand-in of ours answers on the port. */
	readonly hasStandIn: boolean;
};

/** What a machine learnt that knocked, and who has refused it. */
export function judgeKnock(
	knock: Pick<Knock, 'port' | 'address' | 'letIn' | 'passedOn'>,
	scene: KnockScene,
): Judgement {
	return knock.letIn > 0 ? judgeLetIn(knock, scene) : judgeRefused(knock, scene);
}

type Caller = Pick<Knock, 'port' | 'address'>;

function judgeLetIn(
	{passedOn, ...caller}: Caller & Pick<Knock, 'passedOn'>,
	scene: KnockScene,
): Judgement {
	const letIn = describeLetIn(caller, scene);
	if (passedOn > 0) {
		return judgement(null, `${letIn}, and passed on to a container`);
	}

	const here = scene.sockets.filter(({port}) => port === caller.port);
	const listening = here.filter(({state}) => state === 'listening');
	if (scene.hasStandIn) {
		return judgement('knock.stand-in', `${letIn}; answered for a test`);
	}

	if (listening.length === 0) {
		return judgement('knock.no-program', `${letIn}; no program listens there`);
	}

	if (listening.every(({local}) => isLoopback(local))) {
		return judgement(
			'knock.loopback-only',
			`${letIn}; a program listens there for this server only`,
		);
	}

	const isConnected = here.some(
		({state, remote}) => state === 'established' && isSameAddress(remote, caller.address),
	);
	return judgement(null, isConnected ? `${letIn}, and connected now` : letIn);
}

function describeLetIn(caller: Caller, {inEffect}: KnockScene): string {
	const rule = inEffect && ruleFor(caller, inEffect);
	return rule === undefined ? 'let in' : `let in by the rule "${rule.id}"`;
}

function judgeRefused(caller: Caller, scene: KnockScene): Judgement {
	const {row, policy, inEffect} = scene;
	if (inEffect === undefined) {
		return judgement(
			'knock.refused-elsewhere',
			'dropped here, but by no rule of this program',
		);
	}

	const rule = ruleFor(caller, inEffect);
	if (rule !== undefined) {
		return judgement(
			'knock.refused-elsewhere',
			`the rule "${rule.id}" permits it, but something else here dropped it`,
		);
	}

	if (ruleFor(caller, policy) !== undefined) {
		return judgement(
			'knock.not-applied',
			'refused by the rules in effect; the answers would let it in',
		);
	}

	return policy.rules.some(({id}) => id === row.id)
		? judgement(
				'knock.refused-by-rules',
				'refused by the rules in effect, which do not name it',
				{
					named: pageFor(row),
				},
			)
		: judgement(
				'knock.switched-off',
				'refused by the rules in effect: this way in is switched off',
				{
					named: pageFor(row),
				},
			);
}

function ruleFor({port, address}: Caller, {rules}: Pick<Policy | InEffect, 'rules'>) {
	return explain({rules}, {direction: 'inbound', peer: address, protocol: 'tcp', port})
		.rule;
}

/** Where an address is added: the page of the wizard, and the path in an answers file. */
const pages: Partial<Record<PeerAnswer | 'destination', string>> = {
	'viewers.subnets': '"Viewers" (viewers.subnets)',
	'appsanywhere.servers': '"Servers" (appsanywhere.servers)',
	'support.sources': '"Support" (support.sources)',
};

function pageFor({peer}: KnockScene['row']): string {
	return (peer && pages[peer]) ?? 'the additions (extra)';
}
