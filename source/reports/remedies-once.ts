import type {InboundNews} from '../probes/inbound/inbound-news.js';

/** A machine that tries again and again is told once what to do about it. */
export function remediesOnce(): (news: InboundNews) => InboundNews {
	const said = new Set<string>();
	return news => {
		const remedy = news.event === 'knock' ? news.result.remedy : null;
		if (news.event !== 'knock' || remedy === null) {
			return news;
		}

		const isSaid = said.has(remedy);
		said.add(remedy);
		return isSaid ? {...news, result: {...news.result, remedy: null}} : news;
	};
}
