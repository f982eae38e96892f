import {listVersion} from '../catalogue/list-version.js';
import {describePermission} from '../policy/describe.js';
import type {ConnectionRow} from './change-request/connection-rows.js';
import {partyInPaper} from './change-request/party-in-paper.js';
import {rowsFor} from './change-request/rows-for.js';
import type {Audience} from './report-kinds.js';
import type {Site, SiteRule} from './site.js';
import {traceOf} from './trace/trace.js';

/** A report for programs; for an audience with its connections only. */
export function jsonReport(site: Site, audience: Audience | undefined) {
	const {answers, backend, isEnforced, rules, changes, run, version, moment} = site;
	const connections = rowsFor(site, audience);
	const ids = new Set(connections.map(({id}) => id));
	return {
		schema: 1,
		answers,
		backend,
		isEnforced,
		rules: rules.map(ruleAsJson),
		run: run ?? null,
		audience: audience ?? null,
		list: listVersion,
		version,
		moment,
		changes,
		names: site.names.map(({rotation = null, ...name}) => ({...name, rotation})),
		connections: connections.map(connectionAsJson),
		trace: traceOf(site).filter(({id}) => ids.has(id)),
	};
}

function ruleAsJson(rule: SiteRule) {
	const {id, origin, direction, usage, isInEffect} = rule;
	return {id, origin, direction, text: describePermission(rule), usage, isInEffect};
}

/** What came of trying it stands in the trace, whole. */
function connectionAsJson({rule, standing, port, result, ...row}: ConnectionRow) {
	const {state, seen, party, triedAt} = standing;
	return {
		...row,
		port: port ?? null,
		rule: rule?.id ?? null,
		state,
		seen,
		asked: party === undefined ? null : partyInPaper(party),
		triedAt: triedAt ?? null,
	};
}
