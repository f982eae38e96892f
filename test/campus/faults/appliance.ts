import process from 'node:process';
import {answersPath, publicAuthority} from '../appliance.js';
import type {Campus} from '../campus.js';
import {hostPlans} from '../hosts.js';
import type {Fault} from './fault.js';
import {filesUnder} from './files-under.js';
import {filterOnTheWay} from './network.js';
import {runOn} from './run-on.js';

// Faults of the appliance itself, or of all that it reaches: no room for others beside them.

const nothingElse = {};

function applyRules({hosts: {appliance}}: Campus): Promise<void> {
	const apply = ['dist/cli.js', 'apply', '--no-confirm', '--answers', answersPath];
	return runOn(appliance, [process.execPath, ...apply], {env: publicAuthority});
}

export const noDefaultRoute: Fault = {
	name: 'an appliance without a default route',
	async bringAbout({hosts: {appliance}}) {
		await runOn(appliance, ['ip', '-4', 'route', 'delete', 'default']);
		await runOn(appliance, ['ip', '-6', 'route', 'delete', 'default']);
		return nothingElse;
	},
};

export const noAddress: Fault = {
	name: 'an appliance without an address',
	async bringAbout({hosts: {appliance}}) {
		await runOn(appliance, ['ip', 'address', 'flush', 'dev', 'eth0']);
		return nothingElse;
	},
};

export const noDnsServerKnown: Fault = {
	name: 'an appliance that knows no DNS server',
	async bringAbout({hosts: {appliance}}) {
		await appliance.write('/etc/resolv.conf', '');
		return nothingElse;
	},
};

export const brokenIpv6: Fault = {
	name: 'IPv6 that reaches nothing',
	async bringAbout(campus) {
		await filterOnTheWay(campus, 'meta nfproto ipv6 drop');
		return nothingElse;
	},
};

/** The rules of the program, without one of those that the answers ask for. */
function ownRulesWithout(what: string, expression: string): Fault {
	return {
		name: `own rules that block ${what}`,
		async bringAbout(campus) {
			await applyRules(campus);
			const chain = ['inet', 'analytics_setup', 'output', ...expression.split(' ')];
			await runOn(campus.hosts.appliance, ['nft', 'insert', 'rule', ...chain]);
			return nothingElse;
		},
	};
}

export const ownRulesAgainstTime = ownRulesWithout('the time', 'udp dport 123 drop');
export const ownRulesAgainstDns = ownRulesWithout(
	'the DNS',
	'meta l4proto { tcp, udp } th dport 53 drop',
);

const onlyListed = {outbound: {mode: 'destinations'}};

export const namesNotFollowed: Fault = {
	name: 'rules that follow names, and nobody who follows them',
	async bringAbout({hosts: {appliance}}) {
		const {answers} = await filesUnder(appliance, {answers: onlyListed});
		const folder = '/run/campus/only-listed';
		await appliance.write(`${folder}/answers.yaml`, answers);
		const apply = [
			...['apply', '--backend', 'files', '--root', `${folder}/root`],
			...['--answers', `${folder}/answers.yaml`],
		];
		await runOn(appliance, [process.execPath, 'dist/cli.js', ...apply]);
		const ruleset = `${folder}/root/etc/analytics-setup/ruleset.nft`;
		await runOn(appliance, ['nft', '-f', ruleset]);
		return {answers: onlyListed};
	},
};

const otherSql = hostPlans.stranger.addresses;

/** Answers that were changed and not applied: the rules in effect know the old ones. */
function notApplied(family: string, address: string): Fault {
	return {
		name: `answers that name another SQL Server and were not applied, over ${family}`,
		async bringAbout(campus) {
			await applyRules(campus);
			return {answers: {sql: {host: address}}};
		},
	};
}

export const notApplied4 = notApplied('IPv4', otherSql[0]);
export const notApplied6 = notApplied('IPv6', otherSql[1]);
