import xterm from '@xterm/headless';

/** A screen that is written to by something else, and can be read and waited for. */
export type WatchedScreen = {
	/** Waits until the screen shows the words; the error on giving up prints the screen. */
	readonly shows: (wanted: RegExp, limit?: number) => Promise<void>;
	readonly text: () => string;
	readonly isCursorVisible: () => boolean;
	readonly screen: xterm.Terminal;
};

/** @param ended says why nothing more will be written */
export function watchScreen(
	size: {readonly columns: number; readonly rows: number},
	ended: Promise<string>,
): WatchedScreen {
	const screen = new xterm.Terminal({
		cols: size.columns,
		rows: size.rows,
		allowProposedApi: true,
		// systemd cuts its own sequences when a line of its news is too long.
		logLevel: 'off',
	});
	const isCursorVisible = watchMode(screen, 25, true);
	// Between these two a frame is only half drawn (synchronized output).
	const isDrawing = watchMode(screen, 2026, false);
	return {
		shows: (wanted, limit) => shows({screen, ended, isDrawing}, wanted, limit),
		text: () => textOf(screen),
		isCursorVisible,
		screen,
	};
}

type Watched = {
	readonly screen: xterm.Terminal;
	readonly ended: Promise<string>;
	readonly isDrawing: () => boolean;
};

async function shows(
	{screen, ended, isDrawing}: Watched,
	wanted: RegExp,
	limit = 10_000,
) {
	const {promise, resolve, reject} = Promise.withResolvers<void>();
	const look = () => {
		if (!isDrawing() && wanted.test(textOf(screen))) {
			resolve();
		}
	};
	const giveUp = (why: string) => {
		look();
		reject(new Error(`${why} ${wanted}\nthe screen:\n${textOf(screen).trimEnd()}`));
	};
	const parsed = screen.onWriteParsed(look);
	const timer = setTimeout(giveUp, limit, `after ${limit} ms the screen never showed`);
	void ended.then(why => {
		// The last words may still be on their way into the screen.
		screen.write('', () => giveUp(`${why} and never showed`));
	});
	look();
	try {
		await promise;
	} finally {
		parsed.dispose();
		clearTimeout(timer);
	}
}

function textOf(screen: xterm.Terminal) {
	const {active} = screen.buffer;
	return Array.from({length: screen.rows}, (_, row) =>
		active.getLine(active.viewportY + row)?.translateToString(true),
	).join('\n');
}

/** Whether a private mode (CSI ? number h) is on. */
function watchMode(screen: xterm.Terminal, number: number, initial: boolean) {
	let isOn = initial;
	for (const [final, value] of [
		['h', true],
		['l', false],
	] as const) {
		screen.parser.registerCsiHandler({prefix: '?', final}, parameters => {
			if (parameters.includes(number)) {
				isOn = value;
			}

			return false;
		});
	}

	return () => isOn;
}
