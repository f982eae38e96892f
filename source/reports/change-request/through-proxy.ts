import type {Chapter} from '../document.js';
import {describeCoverage, proxyCoverage} from '../proxy-coverage.js';
import type {Audience} from '../report-kinds.js';
import type {Site} from '../site.js';

/** What a web proxy reaches, so that no firewall needs a rule for it. */
export function throughProxy(
	{run}: Pick<Site, 'run'>,
	audience: Audience | undefined,
): readonly Chapter[] {
	const isForNetwork = audience === undefined || audience === 'network';
	const coverage = isForNetwork ? proxyCoverage(run?.results ?? []) : undefined;
	return coverage === undefined
		? []
		: [
				{
					id: 'proxy',
					title: 'What goes through the proxy',
					blocks: [{kind: 'list', items: describeCoverage(coverage)}],
				},
			];
}
