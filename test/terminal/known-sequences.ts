/** A terminal whose document says what it understands. */
export type Documented = 'linux' | 'vt220' | 'screen';

type Knowledge = {
	/** The parameters of SGR, one by one. */
	readonly renditions: RegExp;
	/** DEC private modes. */
	readonly modes: readonly string[];
};

/**
 * What each of them documents: console_codes(4); the VT220 Programmer Reference Manual
 * (EK-VT220-RM), chapter 4; screen(1), "Virtual terminal".
 */
const documents: Readonly<Record<Documented, Knowledge>> = {
	linux: {renditions: /^(?:[012457]?|2[2457]|[34][0-79])$/, modes: ['25']},
	vt220: {renditions: /^(?:[01457]?|2[2457])$/, modes: ['25']},
	screen: {
		renditions: /^(?:[0-57]?|2[2-57]|[34][0-79])$/,
		modes: ['25', '1049'],
	},
};

/**
 * xterm's alternate screen and bracketed paste. The Linux console (`set_mode` in its vt.c)
 * and screen pass over the modes that they do not know, and so does a DEC terminal.
 */
const passedOver = ['1049', '2004'];

/** CUP, ED of the whole display, EL to the end, CUF and CUB: in every one of the documents. */
const movesAndErasures = /^(?:\d*(?:;\d+)?H|2J|K|\d*C|\d*D)$/;

/** What of the bytes sent is no plain text, and nothing that the terminal documents. */
export function unknownIn(sent: string, terminal: Documented): readonly string[] {
	const {renditions, modes} = documents[terminal];
	return [...sent.matchAll(controls)].flatMap(([found, parameters = '', final]) => {
		const known =
			final === undefined
				? /^[\b\r\n]$/.test(found)
				: final === 'm'
					? parameters.split(';').every(parameter => renditions.test(parameter))
					: final === 'h' || final === 'l'
						? [...modes, ...passedOver].includes(parameters.replace(/^\?/, ''))
						: movesAndErasures.test(parameters + final);
		return known ? [] : [JSON.stringify(found)];
	});
}

/** Control sequences, other escapes, lone controls, and what is not seen or turns text round. */
const controls =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
	/\u001B\[([0-?]*)[ -/]*([@-~])|\u001B.?|[\u0000-\u001F\u007F-\u009F]|\p{Cf}/gu;
