/** Keeps what a terminal shows as an asciicast, version 2: JSON lines. */
export type Recorder = {
	readonly write: (data: string) => void;
	/** Lets whoever watches read what is on the screen, so many seconds. */
	readonly pause: (seconds: number) => void;
	/** Names this moment. */
	readonly mark: (label: string) => void;
	readonly text: () => string;
};

export type RecordingOptions = {
	readonly columns: number;
	readonly rows: number;
	readonly title: string;
};

/** The longest that a recording stands still by itself, in seconds. */
const longestWait = 0.5;

/** Waiting is made short; only what is to be read stands longer. */
export function recorder(
	{columns, rows, title}: RecordingOptions,
	now: () => number = () => performance.now() / 1000,
): Recorder {
	const events: Array<readonly [seconds: number, kind: 'o' | 'm', text: string]> = [];
	let at = 0;
	let last: number | undefined;
	const add = (kind: 'o' | 'm', text: string) => {
		const time = now();
		at += Math.min(longestWait, time - (last ?? time));
		last = time;
		events.push([Number(at.toFixed(3)), kind, text]);
	};

	return {
		write: data => add('o', data),
		pause(seconds) {
			at += seconds;
		},
		mark: label => add('m', label),
		text() {
			const env = {TERM: 'xterm-256color'};
			const header = {version: 2, width: columns, height: rows, title, env};
			return `${[header, ...events].map(line => JSON.stringify(line)).join('\n')}\n`;
		},
	};
}
