import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {FirewalldState} from '../../../source/firewall/firewalld/find-firewalld.js';
import {inspectFirewalld} from '../../../source/firewall/firewalld/inspect-firewalld.js';
import {samplePolicy} from '../../helpers/sample.js';

const running = {kind: 'running', backend: 'nftables'} as const;

/** A zone as firewalld 1.3.3 lists it, some fields replaced. */
function listed(head: string, fields: Readonly<Record<string, string>> = {}): string {
	const usual = {
		...{target: 'default', interfaces: '', sources: '', services: '', ports: ''},
		...{protocols: '', forward: 'yes', 'forward-ports': '', 'rich rules': ''},
	};
	const lines = Object.entries({...usual, ...fields}).map(
		([name, words]) => `  ${name}: ${words}`,
	);
	return `${head}\n${lines.join('\n')}\n\n`;
}

const stock = listed('public', {services: 'dhcpv6-client ssh'});
const rich = '\n\trule family="ipv4" source address="10.9.0.1" accept';

/** What is said where firewall-cmd and nmcli answer so, and fail for the rest. */
async function inspect(
	answers: Readonly<Record<string, string>>,
	state: FirewalldState = running,
): Promise<string> {
	const remarks = await inspectFirewalld(
		async (file, arguments_) => {
			const stdout = answers[[file, ...arguments_].join(' ')];
			return stdout === undefined
				? Promise.reject(new Error('no'))
				: {stdout, stderr: ''};
		},
		state,
		samplePolicy(),
	);
	return remarks.join('\n');
}

const zones = (now: string, saved = now) => ({
	'firewall-cmd --list-all-zones': now,
	'firewall-cmd --permanent --list-all-zones': saved,
	'firewall-cmd --get-default-zone': 'public',
});

for (const [kind, words] of [
	['absent', /^$/],
	['stopped', /does not run.*"analytics-setup apply" again/],
	['masked', /masked: nothing starts it/],
	['failed', /could not load its rules, so it filters nothing/],
	['hung', /does not answer.*"systemctl restart firewalld"/],
] as const) {
	test(`what it means that firewalld is ${kind}`, async () => {
		const state = kind === 'failed' || kind === 'hung' ? {...running, kind} : {kind};
		assert.match(await inspect({}, state), words);
	});
}

test('a backend that cannot be checked is named', async () => {
	assert.match(
		await inspect({}, {...running, backend: 'iptables'}),
		/FirewallBackend=nftables/,
	);
});

test('of a fresh firewalld there is nothing to say', async () => {
	assert.equal(await inspect(zones(stock)), '');
});

test('not being able to look is not the same as finding nothing', async () => {
	assert.match(await inspect({}), /does not tell its zones/);
});

test('when our zone is the default one, a zone that nothing leads to is not spoken of', async () => {
	const ours = listed('analytics (default, active)', {ports: '546/udp'});
	const answers = {
		...zones(stock + ours),
		'firewall-cmd --get-default-zone': 'analytics',
	};
	assert.equal(await inspect(answers), '');
});

test('zones with sources are named, and those that let everything in are called so', async () => {
	const trusted = listed('trusted (active)', {target: 'ACCEPT', sources: '10.77.0.0/24'});
	assert.match(
		await inspect(zones(trusted)),
		/^What comes from 10\.77\.0\.0\/24 is judged by firewalld's zone "trusted", which lets everything in, .* --zone=trusted --remove-source=10\.77\.0\.0\/24$/,
	);
});

test('an interface of another zone is named, with what unbinds it', async () => {
	const work = listed('work (active)', {interfaces: 'eth1'});
	assert.match(
		await inspect(zones(work)),
		/"eth1" is bound to firewalld's zone "work", .* --zone=work --remove-interface=eth1$/,
	);
});

test('an interface in the default zone moves with it, unless NetworkManager binds it', async () => {
	const bound = zones(listed('public (active)', {interfaces: 'eth0'}), listed('public'));
	assert.equal(await inspect(bound), '');
	const nmcli = 'nmcli -e no -g';
	assert.match(
		await inspect({
			...bound,
			[`${nmcli} GENERAL.CONNECTION device show eth0`]: 'System eth0\n',
			[`${nmcli} connection.zone connection show System eth0`]: 'public\n',
		}),
		/"eth0" is bound .* nmcli connection modify "System eth0" connection\.zone ""$/,
	);
});

test('what others opened is named, but for what the policy opens too', async () => {
	const fields = {
		services: 'cockpit ssh',
		ports: '9999/tcp 8080/tcp',
		'rich rules': rich,
	};
	const public_ = listed('public (active)', fields);
	assert.match(
		await inspect(zones(public_)),
		/lets in cockpit, 8080\/tcp, rule family="ipv4" source address="10\.9\.0\.1" accept; the policy does not/,
	);
});

test('what a reload would forget is named', async () => {
	const now = listed('drop', {'rich rules': rich});
	assert.match(
		await inspect(zones(now, listed('drop'))),
		/zone "drop" holds what is not saved.*10\.9\.0\.1" accept will be forgotten/,
	);
});

test('policies about this server are named, but for the one that IPv6 needs', async () => {
	const policy = (name: string, from: string, to: string) =>
		`${name} (active)\n  priority: -200\n  target: REJECT\n  ingress-zones: ${from}\n  egress-zones: ${to}\n\n`;
	const said = await inspect({
		...zones(stock),
		'firewall-cmd --list-all-policies':
			policy('allow-host-ipv6', 'ANY', 'HOST') +
			policy('site-out', 'HOST', 'ANY') +
			policy('forwarding', 'public', 'work') +
			policy('unused', '', ''),
	});
	assert.match(
		said,
		/^firewalld's policy "site-out" \(from HOST to ANY, target REJECT\)/,
	);
	assert.doesNotMatch(said, /\n/);
});

test('direct rules, panic and lockdown are named', async () => {
	const said = await inspect({
		'firewall-cmd --direct --get-all-rules': 'ipv4 filter OUTPUT 0 -j DROP\n',
		'firewall-cmd --direct --get-all-passthroughs': 'ipv4 -A INPUT\nipv4 -A OUTPUT\n',
		'firewall-cmd --query-panic': 'yes\n',
		'firewall-cmd --query-lockdown': 'yes',
	});
	assert.match(said, /has 3 direct rules/);
	assert.match(said, /"firewall-cmd --panic-off" ends it/);
	assert.match(said, /"firewall-cmd --lockdown-off" ends it/);
});

test('text from elsewhere cannot draw on the terminal', async () => {
	const now = listed('evil\u001B]0;x\u0007', {sources: '10.77.0.0/24'});
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
	assert.doesNotMatch(await inspect(zones(now)), /[\u0000-\u0009\u000B-\u001F]/);
});
