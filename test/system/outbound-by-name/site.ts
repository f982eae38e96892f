import assert from 'node:assert/strict';
import {stringify} from 'yaml';
import type {Answers} from '../../../source/answers/schema.js';
import {furnishAppliance, runProgram} from '../../campus/appliance.js';
import {type Campus, openCampus} from '../../campus/campus.js';
import type {Host} from '../../campus/host.js';
import {hostPlans} from '../../campus/hosts.js';
import {
	type ChangingDns,
	type DnsAnswers,
	startChangingDns,
} from '../../campus/services/changing-dns.js';
import type {ServiceName} from '../../campus/services/index.js';
import {zone} from '../../campus/zone.js';
import {sampleInput} from '../../helpers/sample.js';

/** The name that changes in these tests. */
export const name = 'license.looker.com';

/** Seconds for which the DNS of these tests says that its answers are good. */
const ttl = 1;

export type Mode = Answers['outbound']['mode'];

/** A campus whose appliance may talk to the listed destinations only. */
export type Site = {
	readonly campus: Campus;
	readonly dns: ChangingDns;
	/** From now on the name has these addresses, which all are addresses of the web server. */
	readonly move: (addresses: readonly string[], others?: DnsAnswers) => Promise<void>;
	/** Runs a command of the program, which has to succeed. */
	readonly run: (arguments_: readonly string[]) => Promise<string>;
	/** Writes the example's answers with one of these modes, and other sections; where. */
	readonly writeAnswers: (mode: Mode, sections?: object) => Promise<string>;
	/** Applies such answers. */
	readonly apply: (mode: Mode, sections?: object) => Promise<string>;
};

/** What the name has at first. */
export const usual = hostPlans.web.addresses;

export type SiteOptions = {
	readonly services: readonly ServiceName[];
	/** What the DNS says at first, and more words for it. */
	readonly answers: DnsAnswers;
	readonly settings: readonly string[];
};

/** Numbers of addresses that the web server has besides its usual ones. */
const spares = Array.from({length: 120}, (_, index) => index + 100);

/** The addresses of one of those numbers, in both families. */
export function spare(number: number): readonly [ipv4: string, ipv6: string] {
	return [`198.51.100.${number}`, `2001:db8:64::${number}`];
}

/** Opens it, without rules yet. */
export async function openSite({
	services = [],
	answers: told = zone,
	settings = [],
}: Partial<SiteOptions> = {}): Promise<Site> {
	const campus = await openCampus({services: services.length > 0 && services});
	const {hosts} = campus;
	const [dns] = await Promise.all([
		startChangingDns(hosts.dns, {
			addresses: hostPlans.dns.addresses,
			answers: told,
			ttl,
			settings,
		}),
		furnishAppliance(campus),
		addSpares(hosts.web),
		hosts.web.listen({protocol: 'tcp', port: 443}),
	]);
	const writeAnswers: Site['writeAnswers'] = async (mode, sections = {}) => {
		const path = `/etc/${mode}.yaml`;
		const all = {...sampleInput(), ...sections, outbound: {mode}};
		await hosts.appliance.write(path, stringify(all));
		return path;
	};
	const run: Site['run'] = async arguments_ => {
		const {exitCode, stdout, stderr} = await runProgram(campus, arguments_);
		assert.equal(exitCode, 0, `${stdout}\n${stderr}`);
		return stdout;
	};
	return {
		campus,
		dns,
		run,
		move: (addresses, others = {}) => dns.tell({...zone, [name]: addresses, ...others}),
		writeAnswers,
		async apply(mode, sections) {
			const path = await writeAnswers(mode, sections);
			return run(['apply', '--no-confirm', '--answers', path]);
		},
	};
}

async function addSpares(web: Host) {
	const {exitCode, stderr} = await web.run('ip', ['-batch', '-'], {
		input: spares
			.flatMap(spare)
			.map(address =>
				address.includes(':')
					? `address add ${address}/64 dev eth0 nodad`
					: `address add ${address}/24 dev eth0`,
			)
			.join('\n'),
	});
	assert.equal(exitCode, 0, stderr);
}
