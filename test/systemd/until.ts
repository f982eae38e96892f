import {setTimeout as delay} from 'node:timers/promises';

/** Waits until something is so; looked at often, for at most so many milliseconds. */
export async function until(
	isSo: () => Promise<boolean>,
	limit = 60_000,
	complaint: () => Promise<string> = async () => isSo.toString(),
): Promise<void> {
	const end = performance.now() + limit;
	while (!(await isSo())) {
		if (performance.now() > end) {
			throw new Error(`It did not become so within ${limit} ms: ${await complaint()}`);
		}

		await delay(50);
	}
}
