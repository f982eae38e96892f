import {entryPath} from '../answers/answer-path.js';
import type {Answers} from '../answers/schema.js';
import {catalogue} from '../catalogue/catalogue.js';
import type {ProbeResult} from '../probes/probe-result.js';

/** What the installer wrote down about an answer that did not work yet, for a result of it. */
export function keptBecause(
	result: Pick<ProbeResult, 'id' | 'destination' | 'cause'>,
	answers: Pick<Answers, 'appsanywhere' | 'time' | 'notes'>,
): readonly string[] {
	const notes = pathsOf(result, answers).flatMap(path => answers.notes[path] ?? []);
	return [...new Set(notes)];
}

/** The answers that a result is about, by their paths. */
function pathsOf(
	{id, destination, cause}: Pick<ProbeResult, 'id' | 'destination' | 'cause'>,
	{appsanywhere, time}: Pick<Answers, 'appsanywhere' | 'time'>,
): readonly string[] {
	const peer = besideTheList[id] ?? catalogue.find(row => row.id === id)?.peer;
	const proxy = cause?.startsWith('proxy.') ? ['proxy.url'] : [];
	switch (peer) {
		case 'time.servers':
			return entries(peer, time.servers, server => server === destination);
		case 'appsanywhere.servers':
			return entries(peer, appsanywhere.servers, () => true);
		case undefined:
			return proxy;
		default:
			return [peer, ...proxy];
	}
}

/** What is told beside the rows of the list, by the answer that it is about. */
const besideTheList: Readonly<Record<string, string>> = {
	'sql-browser': 'sql.instance',
	'sql-login': 'sql.host',
	'mail-login': 'smtp.host',
};

function entries(
	path: string,
	list: readonly string[],
	isMeant: (entry: string) => boolean,
): readonly string[] {
	return list.flatMap((entry, index) => (isMeant(entry) ? [entryPath(path, index)] : []));
}
