/** How far each key moves in a list or a text. */
export const scrollDistances: Readonly<Record<string, number>> = {
	up: -1,
	down: 1,
	'page-up': -10,
	'page-down': 10,
	home: Number.NEGATIVE_INFINITY,
	end: Number.POSITIVE_INFINITY,
};
