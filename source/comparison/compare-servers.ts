import {compareRows} from './compare-rows.js';
import {compareTraits} from './compare-traits.js';
import type {Comparison} from './comparison.js';
import {nameServers, type ReportOfServer} from './name-servers.js';

/** Which rows differ between servers, and in what else these differ. */
export function compareServers(reports: readonly ReportOfServer[]): Comparison {
	const servers = nameServers(reports);
	return {servers, traits: compareTraits(servers), rows: compareRows(servers)};
}
