import {keys} from '../../terminal/keys.js';
import {pages, review} from '../../terminal/walk.js';
import {until} from '../until.js';
import type {GuestConsole} from './console.js';

/**
 * From the welcome to the review, by the keyboard of a guest.
 * @param support what may log in: whoever proves that they can
 * @param onPage told which page is on the screen
 */
export async function walkToReview(
	console: GuestConsole,
	support: string,
	onPage: (title: string) => Promise<void>,
): Promise<void> {
	await console.shows(/Enter begin/);
	await console.type(keys.enter);
	for (const [index, {title, question, answer}] of pages.entries()) {
		await console.shows(question);
		await onPage(title);
		await console.type(title === 'Support' ? `\r${support}\r\r` : answer);
		await goOn(console, pages[index + 1]?.question ?? review);
	}
}

/** Nothing answers in its network: that is kept without a reason. */
async function goOn(console: GuestConsole, next: RegExp): Promise<void> {
	const isAskedWhy = async () =>
		(await console.lineOfCursor()).startsWith(' Kept because');
	await until(
		async () => next.test(await console.text()) || (await isAskedWhy()),
		30_000,
		async () => `never went on to ${next}\nthe screen:\n${await console.text()}`,
	);
	if (await isAskedWhy()) {
		await console.type(keys.enter);
	}

	await console.shows(next, 30_000);
}
