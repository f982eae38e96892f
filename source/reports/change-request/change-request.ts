import {formatMoment} from '../../moment.js';
import type {Chapter, Document, DocumentFact} from '../document.js';
import {type Audience, audienceNames} from '../report-kinds.js';
import type {Site} from '../site.js';
import {traceChapter} from '../trace/trace-chapter.js';
import {askedChapter} from './asked.js';
import {beyondTheList} from './beyond-the-list.js';
import {changingAddresses} from './changing-addresses.js';
import {forDba} from './for-dba.js';
import {forDns} from './for-dns.js';
import {forMail} from './for-mail.js';
import {howTriedChapter, listChapter} from './how-tried-chapter.js';
import {inShort} from './in-short.js';
import {knownOfRows} from './known-of-rows.js';
import {listChapters} from './list-tables.js';
import {longEnds} from './long-ends.js';
import {onlyListed} from './only-listed.js';
import {peerInWords} from './row-end.js';
import {rowsFor} from './rows-for.js';
import {throughProxy} from './through-proxy.js';

/**
 * The vendor's document rewritten for a site, for one team or for everybody, as they can
 * act on it without having seen this program.
 */
export function changeRequest(site: Site, audience: Audience | undefined): Document {
	const rows = rowsFor(site, audience);
	const {hostname} = site.server;
	return {
		title: `AppsAnywhere Analytics on ${hostname}: network connections`,
		facts: factsOf(site, audience),
		chapters: [
			inShort(site, audience, rows),
			askedChapter(site, audience, rows),
			...forAudience(site, audience),
			...listChapters(rows),
			...throughProxy(site, audience),
			...onlyListed(site, audience),
			...beyondTheList(rows, site, audience),
			...changingAddresses(rows, site),
			...knownOfRows(rows),
			howTriedChapter(site, rows),
			listChapter(site),
			...(audience === undefined ? [traceChapter(site)] : []),
			...longEnds(rows),
		],
	};
}

function factsOf(
	{server, addresses, run, moment}: Site,
	audience: Audience | undefined,
): readonly DocumentFact[] {
	return [
		[
			'For',
			audience === undefined ? 'everybody who has to act' : audienceNames[audience],
		],
		['Server', peerInWords({name: server.hostname, addresses})],
		['Tried', run === undefined ? 'not yet' : formatMoment(run.startedAt)],
		['Written', formatMoment(moment)],
	];
}

/** What a team has to know beyond ports. */
function forAudience(site: Site, audience: Audience | undefined): readonly Chapter[] {
	switch (audience) {
		case 'dba':
			return [forDba(site)];
		case 'mail':
			return [forMail(site)];
		case 'dns':
			return forDns(site);
		case 'network':
			return [];
		case undefined:
			return [forDba(site), forMail(site), ...forDns(site)];
	}
}
