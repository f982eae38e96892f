import type {Party} from '../party.js';
import type {Audience} from '../report-kinds.js';
import type {Site} from '../site.js';

/** Whether whoever must act is among those whom a paper is for. */
export function isReader(
	{owner, destination}: Party,
	audience: Audience | undefined,
	{answers}: Pick<Site, 'answers'>,
): boolean {
	switch (audience) {
		case 'network':
			return owner === 'network' || owner === 'proxy';
		case 'dba':
			return owner === 'remote' && destination === answers.sql.host;
		case 'mail':
			return owner === 'remote' && destination === answers.smtp.host;
		case 'dns':
			return owner === 'dns';
		case undefined:
			return true;
	}
}
