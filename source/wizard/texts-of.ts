import type {Site} from '../reports/site.js';
import type {PaperTexts} from './papers.js';

/** What writes them is loaded by then: nobody who begins waits for it. */
export async function textsOf(site: Promise<Site>): Promise<PaperTexts> {
	const [{paperTexts}, gathered] = await Promise.all([import('./paper-texts.js'), site]);
	return paperTexts(gathered);
}
