/** What comes of shutting somebody out, and the words that it takes. */
export function insisting(isSelf: boolean, trialSeconds: number) {
	return isSelf
		? {
				consequence: `As soon as the new rules are loaded, this session stops answering. If nobody keeps them from elsewhere, the old rules return after ${trialSeconds} seconds, and this session goes on.`,
				wanted: 'shut me out',
			}
		: {
				consequence: `As soon as the new rules are loaded, those sessions stop answering. If nobody keeps the new rules, the old ones return after ${trialSeconds} seconds.`,
				wanted: 'shut them out',
			};
}

/** Whether what was typed is what it takes. */
export function isInsisting(typed: string, wanted: string): boolean {
	return typed.trim().toLowerCase() === wanted;
}
