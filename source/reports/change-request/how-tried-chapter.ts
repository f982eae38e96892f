import {listVersion} from '../../catalogue/list-version.js';
import type {Chapter} from '../document.js';
import {howTried} from '../message-for.js';
import type {Site} from '../site.js';
import {timeOfRun} from '../time-of-run.js';
import type {ConnectionRow} from './connection-rows.js';
import {type State, statesInWords} from './standing.js';

/** How it was tried, and what the words in the column "State" mean. */
export function howTriedChapter({run}: Site, rows: readonly ConnectionRow[]): Chapter {
	const states = new Set(rows.map(({standing}) => standing.state));
	const used = (Object.keys(statesInWords) as readonly State[]).filter(state =>
		states.has(state),
	);
	return {
		id: 'how-tried',
		title: 'How it was tried',
		blocks: [
			...(run === undefined
				? []
				: [
						{
							kind: 'paragraph',
							text: `It was tried ${howTried} That was ${timeOfRun(run)}.`,
						} as const,
					]),
			{kind: 'facts', facts: used.map(state => [state, statesInWords[state]] as const)},
		],
	};
}

/** Which list this follows: the vendor's document does not say it of itself. */
export function listChapter({version}: Site): Chapter {
	const {rows, fingerprint} = listVersion;
	return {
		id: 'list',
		title: 'Which list this follows',
		blocks: [
			{
				kind: 'paragraph',
				text: `The document "Server Communications" of the vendor, with ${rows} rows. It carries no version of its own, so its tables are told apart by a fingerprint (the first digits of their SHA-256): ${fingerprint}. Papers with the same fingerprint follow the same list. Made by analytics-setup ${version}.`,
			},
		],
	};
}
