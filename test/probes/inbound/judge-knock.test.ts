import assert from 'node:assert/strict';
import {test} from 'node:test';
import {catalogue} from '../../../source/catalogue/catalogue.js';
import type {Knock} from '../../../source/firewall/knocks/knock.js';
import type {TcpSocket} from '../../../source/host/tcp-table.js';
import {judgeKnock, type KnockScene} from '../../../source/probes/inbound/judge-knock.js';
import {sampleAnswers, samplePolicy} from '../../helpers/sample.js';
import {asInEffect} from '../probe-context.js';
import {addressOf} from '../recorded-network.js';

const policy = samplePolicy();
const inEffect = asInEffect()(policy);
const withoutSupport = samplePolicy({
	answers: sampleAnswers({support: {enabled: false, sources: []}}),
});
const socket = (
	state: TcpSocket['state'],
	port: number,
	local: string,
	remote = '0.0.0.0',
): TcpSocket => ({
	...{state, port, remotePort: 0, inode: 1},
	local: addressOf(local),
	remote: addressOf(remote),
});
const listening = [socket('listening', 9999, '0.0.0.0')];
const rowOf = (port: number) =>
	catalogue.find(({portNumber}) => portNumber === port) ?? assert.fail();

/** `10.20.0.7 9999`, and how often it was let in and passed on. */
const judge = (
	who: string,
	{letIn = 0, passedOn = 0}: Partial<Pick<Knock, 'letIn' | 'passedOn'>>,
	scene: Partial<KnockScene> = {},
) => {
	const [address = '', port = ''] = who.split(' ');
	return judgeKnock(
		{port: Number(port), address: addressOf(address), letIn, passedOn},
		{
			row: rowOf(Number(port)),
			policy,
			inEffect,
			sockets: listening,
			hasStandIn: false,
			...scene,
		},
	);
};

const letIn = {letIn: 1};
const viewer = '10.20.0.7 9999';
const stranger = '10.99.0.9 9999';

for (const [name, who, counts, scene, cause, detail] of [
	['a viewer', viewer, letIn, {}, null, 'let in by the rule "viewers"'],
	[
		'a viewer over IPv6',
		'2001:db8:20::7 9999',
		letIn,
		{},
		null,
		'let in by the rule "viewers"',
	],
	[
		'a viewer who stays',
		viewer,
		letIn,
		{
			sockets: [...listening, socket('established', 9999, '10.10.0.10', '10.20.0.7')],
		},
		null,
		'let in by the rule "viewers", and connected now',
	],
	[
		'a viewer beside another one who stays',
		viewer,
		letIn,
		{
			sockets: [...listening, socket('established', 9999, '10.10.0.10', '10.20.0.8')],
		},
		null,
		'let in by the rule "viewers"',
	],
	[
		'a viewer whom a container serves',
		viewer,
		{letIn: 2, passedOn: 2},
		{sockets: []},
		null,
		'let in by the rule "viewers", and passed on to a container',
	],
	[
		'anybody where no rules of ours are in effect',
		stranger,
		letIn,
		{inEffect: undefined},
		null,
		'let in',
	],
	[
		'a viewer, and no program',
		viewer,
		letIn,
		{sockets: [socket('listening', 19_999, '0.0.0.0')]},
		'knock.no-program',
		'let in by the rule "viewers"; no program listens there',
	],
	[
		'a viewer, and a program for this server only',
		viewer,
		letIn,
		{sockets: [socket('listening', 9999, '127.0.0.1')]},
		'knock.loopback-only',
		'let in by the rule "viewers"; a program listens there for this server only',
	],
	[
		'a viewer, and a stand-in of ours',
		viewer,
		letIn,
		{hasStandIn: true},
		'knock.stand-in',
		'let in by the rule "viewers"; answered for a test',
	],
	[
		'a stranger',
		stranger,
		{},
		{},
		'knock.refused-by-rules',
		'refused by the rules in effect, which do not name it',
	],
	[
		'a viewer at the port of the servers',
		'10.20.0.7 19999',
		{},
		{},
		'knock.refused-by-rules',
		'refused by the rules in effect, which do not name it',
	],
	[
		'somebody who was answered, but not applied',
		viewer,
		{},
		{
			inEffect: asInEffect(rules => rules.filter(({id}) => id !== 'viewers'))(policy),
		},
		'knock.not-applied',
		'refused by the rules in effect; the answers would let it in',
	],
	[
		'anybody on 22 without remote support',
		'10.40.0.7 22',
		{},
		{policy: withoutSupport, inEffect: asInEffect()(withoutSupport)},
		'knock.switched-off',
		'refused by the rules in effect: this way in is switched off',
	],
	[
		'a viewer whom something else drops',
		viewer,
		{},
		{},
		'knock.refused-elsewhere',
		'the rule "viewers" permits it, but something else here dropped it',
	],
	[
		'anybody who is dropped where no rules of ours are in effect',
		stranger,
		{},
		{inEffect: undefined},
		'knock.refused-elsewhere',
		'dropped here, but by no rule of this program',
	],
] as const) {
	test(`${name}: ${cause ?? 'proven'}`, () => {
		const judged = judge(who, counts, scene);
		assert.deepEqual([judged.cause, judged.detail], [cause, detail]);
	});
}

for (const [who, page] of [
	[stranger, '"Viewers" (viewers.subnets)'],
	['10.99.0.9 19999', '"Servers" (appsanywhere.servers)'],
	['10.99.0.9 22', '"Support" (support.sources)'],
] as const) {
	test(`who is refused at ${who} can be added under ${page}`, () => {
		assert.equal(judge(who, {}).named, page);
	});
}
