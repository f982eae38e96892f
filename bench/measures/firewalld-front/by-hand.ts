import {mkdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {frontFiles} from '../../../source/firewall/firewalld/front-files.js';
import type {Policy} from '../../../source/policy/policy.js';
import type {Host} from '../../../test/campus/host.js';
import {manyNetworks} from '../../many-networks/many-networks.js';
import {runTime} from '../../run-time.js';

/** What somebody does who has no program for it. */
export type ByHand = {
	/** Puts the same files where firewalld reads them, and has it read them once. */
	readonly copyAndReload: () => Promise<number>;
	/** So many rich rules, each by a command of its own; milliseconds of one of them. */
	readonly addRichRules: (count: number) => Promise<number>;
	/** firewalld as its package brings it. */
	readonly reset: () => Promise<void>;
};

/** @param folder where the files are put first */
export async function writeByHand(
	host: Host,
	policy: Policy,
	folder: string,
): Promise<ByHand> {
	for (const [path, content] of Object.entries(frontFiles(policy))) {
		await mkdir(dirname(join(folder, path)), {recursive: true});
		await writeFile(join(folder, path), content);
	}

	const run = (file: string, ...given: readonly string[]) => {
		const [program, arguments_] = host.enter(file, given);
		return runTime([program, ...arguments_]);
	};

	return {
		copyAndReload: () => run('sh', '-c', copyAndReload, folder),
		async addRichRules(count) {
			let time = 0;
			for (const network of manyNetworks(count)) {
				const family = network.includes(':') ? 'ipv6' : 'ipv4';
				time += await run(
					'firewall-cmd',
					'--add-rich-rule',
					`rule family=${family} source address=${network} port port=9999 protocol=tcp accept`,
				);
			}

			return time / count;
		},
		async reset() {
			await run('sh', '-c', reset);
		},
	};
}

const setDefault = (zone: string) =>
	`sed -i 's/^DefaultZone=.*/DefaultZone=${zone}/' /etc/firewalld/firewalld.conf`;

const copyAndReload = `set -e
cp -r "$0"/. /etc/firewalld
${setDefault('analytics')}
firewall-cmd --reload`;

const reset = `set -e
rm -f /etc/firewalld/zones/analytics.xml /etc/firewalld/ipsets/analytics-*.xml
${setDefault('public')}
firewall-cmd --reload`;
