/** Lets so many questions be open at a time, and no more. */
export type OpenQuestions = {
	/** Undefined for one too many: it is left to be asked again. */
	readonly answer: <Reply>(
		asker: string,
		work: () => Promise<Reply>,
	) => Promise<Reply | undefined>;
};

export type OpenQuestionsOptions = {
	readonly inAll: number;
	/** Of one asker: whoever asks much of a silent server must not silence it for others. */
	readonly ofOne: number;
};

export function openQuestions({inAll, ofOne}: OpenQuestionsOptions): OpenQuestions {
	const open = new Map<string, number>();
	let all = 0;
	const count = (asker: string, change: 1 | -1) => {
		const now = (open.get(asker) ?? 0) + change;
		all += change;
		if (now === 0) {
			open.delete(asker);
		} else {
			open.set(asker, now);
		}
	};

	return {
		async answer(asker, work) {
			if (all >= inAll || (open.get(asker) ?? 0) >= ofOne) {
				return undefined;
			}

			count(asker, 1);
			try {
				return await work();
			} finally {
				count(asker, -1);
			}
		},
	};
}
