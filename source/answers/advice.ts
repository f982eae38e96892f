import {entryPath} from './answer-path.js';
import {adviseOnCidrs} from './cidr-advice.js';
import {limitsInWords} from './limits.js';
import type {Remark} from './remark.js';
import type {Answers, Draft} from './schema.js';

/** What is allowed but may not be what was meant. */
export function adviseOnAnswers(answers: Answers): readonly Remark[] {
	return [
		...emptyLists(answers),
		...listAdvice('viewers.subnets', answers.viewers.subnets),
		...listAdvice('appsanywhere.servers', answers.appsanywhere.servers),
		...listAdvice('support.sources', answers.support.sources),
		...extraAdvice(answers),
		...outboundAdvice(answers),
	];
}

/** What follows from the lists that were answered with nothing. */
export function emptyLists({viewers, appsanywhere, time}: Draft): readonly Remark[] {
	const lists = [
		[
			'viewers.subnets',
			viewers?.subnets,
			'Nobody will be able to open Analytics (9999/tcp).',
		],
		[
			'appsanywhere.servers',
			appsanywhere?.servers,
			'No AppsAnywhere server will be able to reach Analytics (19999/tcp).',
		],
		[
			'time.servers',
			time?.servers,
			'No time server will be asked; licences and certificates need the right time.',
		],
	] as const;
	return lists
		.filter(([, list]) => list?.length === 0)
		.map(([path, value, reason]) => ({path, value, reason}));
}

function listAdvice(path: string, texts: readonly string[]): readonly Remark[] {
	return [...adviseOnCidrs(texts)].map(([index, reason]) => ({
		path: entryPath(path, index),
		value: texts[index],
		reason,
	}));
}

function extraAdvice({extra}: Answers): readonly Remark[] {
	return extra.flatMap(({peer}, index) =>
		[...adviseOnCidrs([peer]).values()].map(reason => ({
			path: `extra[${index}].peer`,
			value: peer,
			reason,
		})),
	);
}

/** Not with its value, which says nothing of what it leaves out. */
function outboundAdvice(answers: Answers): readonly Remark[] {
	const limits = limitsInWords(answers);
	return limits.length === 0
		? []
		: [{path: 'outbound.mode', value: undefined, reason: limits.join(' ')}];
}
