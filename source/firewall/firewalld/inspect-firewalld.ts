import {quoted} from '../../addresses/quoted.js';
import type {RunCommand} from '../../host/command.js';
import type {Policy} from '../../policy/policy.js';
import type {FirewalldState} from './find-firewalld.js';
import {type ListedZone, parseZones} from './listed-zones.js';
import {type BoundInterface, remarksOnZones} from './zone-remarks.js';

/**
 * What an installer should know of firewalld before it becomes a front, and while it is
 * one: a sentence or two each. Nothing is changed.
 *
 * @param state as `findFirewalld` found it
 */
export async function inspectFirewalld(
	run: RunCommand,
	state: FirewalldState,
	policy: Policy,
): Promise<readonly string[]> {
	return [
		...remarksOnState(state),
		...(state.kind === 'running' ? await remarksOnRunning(run, policy) : []),
	];
}

function remarksOnState(state: FirewalldState): readonly string[] {
	switch (state.kind) {
		case 'absent':
			return [];
		case 'stopped':
			return [
				'firewalld is installed and does not run. Whoever starts it must run "analytics-setup apply" again: until then it may refuse what the policy permits, such as 9999 to viewers.',
			];
		case 'masked':
			return ['firewalld is installed and masked: nothing starts it, so it has no say.'];
		case 'failed':
			return [
				'firewalld runs but could not load its rules, so it filters nothing. "journalctl -u firewalld" says why; "firewall-cmd --reload" loads them again.',
			];
		case 'hung':
			return [
				'firewalld runs but does not answer, so its rules can be neither changed nor checked. Restart it: "systemctl restart firewalld".',
			];
		case 'running':
			return state.backend === 'nftables'
				? []
				: [
						'firewalld works with iptables here, so what it loads cannot be checked. Write FirewallBackend=nftables in /etc/firewalld/firewalld.conf and restart it.',
					];
	}
}

async function remarksOnRunning(
	run: RunCommand,
	policy: Policy,
): Promise<readonly string[]> {
	const ask = asker(run, 'firewall-cmd');
	const [zones, saved, policies, direct, passthroughs, panic, lockdown, defaultZone] =
		await Promise.all([
			ask('--list-all-zones'),
			ask('--permanent', '--list-all-zones'),
			ask('--list-all-policies'),
			ask('--direct', '--get-all-rules'),
			ask('--direct', '--get-all-passthroughs'),
			ask('--query-panic'),
			ask('--query-lockdown'),
			ask('--get-default-zone'),
		]);
	const listed = parseZones(zones);
	const input = {
		zones: listed,
		saved: parseZones(saved),
		defaultZone,
		bound: await findBound(run, listed),
		policy,
	};
	return [
		...(listed.length === 0
			? ['firewalld does not tell its zones, so what else it permits is not known.']
			: remarksOnZones(input)),
		...parseZones(policies).flatMap(remarkOnPolicy),
		...remarkOnDirectRules(linesIn(direct) + linesIn(passthroughs)),
		...(panic === 'yes'
			? [
					'firewalld is in panic mode and drops every packet. "firewall-cmd --panic-off" ends it.',
				]
			: []),
		...(lockdown === 'yes'
			? [
					'firewalld is in lockdown and may refuse a reload. "firewall-cmd --lockdown-off" ends it.',
				]
			: []),
	];
}

/** Asks a program and gets its answer as plain text, or nothing where it has none to give. */
function asker(run: RunCommand, file: string, ...always: readonly string[]) {
	return async (...arguments_: readonly string[]): Promise<string> => {
		try {
			const {stdout} = await run(file, [...always, ...arguments_]);
			// What others named may hold anything, and is about to be shown.
			return stdout.replaceAll(/[^\P{C}\n\t]/gu, '').trim();
		} catch {
			// "no" is an exit code, an older firewalld knows no policies, nmcli may be missing.
			return '';
		}
	};
}

/** What NetworkManager itself binds to a zone; nothing where it does not run. */
async function findBound(
	run: RunCommand,
	zones: readonly ListedZone[],
): Promise<readonly BoundInterface[]> {
	const ask = asker(run, 'nmcli', '-e', 'no', '-g');
	const names = zones.flatMap(({fields}) => fields.get('interfaces') ?? []);
	const found = names.map(async name => {
		const connection = await ask('GENERAL.CONNECTION', 'device', 'show', name);
		const isBound =
			connection !== '' &&
			(await ask('connection.zone', 'connection', 'show', connection)) !== '';
		return isBound ? [{name, connection}] : [];
	});
	return (await Promise.all(found)).flat();
}

/** Policies (since 0.9) that judge what comes to this server or leaves it. */
function remarkOnPolicy({name, target, fields}: ListedZone): readonly string[] {
	const from = fields.get('ingress-zones') ?? [];
	const to = fields.get('egress-zones') ?? [];
	const isOurBusiness = from.length > 0 && [...from, ...to].includes('HOST');
	// firewalld's own: IPv6 cannot work without what it permits.
	return isOurBusiness && to.length > 0 && name !== 'allow-host-ipv6'
		? [
				`firewalld's policy ${quoted(name)} (from ${from.join(', ')} to ${to.join(', ')}, target ${target}) also judges this server's packets. What it refuses stays refused, and what it permits still has to pass the policy of analytics-setup.`,
			]
		: [];
}

function remarkOnDirectRules(count: number): readonly string[] {
	return count === 0
		? []
		: [
				`firewalld has ${count} direct ${count === 1 ? 'rule' : 'rules'}, judged before its zones: what they drop stays dropped. See "firewall-cmd --direct --get-all-rules" and "--get-all-passthroughs".`,
			];
}

function linesIn(text: string): number {
	return text.split('\n').filter(line => line.trim() !== '').length;
}
