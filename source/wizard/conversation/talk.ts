/** What came of a question. */
export type Heard =
	| {readonly kind: 'line'; readonly text: string}
	/** Ctrl-C. */
	| {readonly kind: 'interrupted'}
	/** Ctrl-D: nothing more will come. */
	| {readonly kind: 'ended'}
	/** The question was withdrawn before anybody answered it. */
	| {readonly kind: 'withdrawn'};

export type AskOptions = {
	/** Nothing of what is typed is shown. */
	readonly isSecret?: boolean;
	/** Takes all the lines that come together, as those of a paste do. */
	readonly takesMany?: boolean;
	/** Withdraws the question. */
	readonly signal?: AbortSignal | undefined;
};

/** Somebody to talk with, a line at a time. */
export type Talk = {
	/** Says sentences, a line each. While a question is open, it is repeated after them. */
	readonly tell: (...sentences: readonly string[]) => void;
	/** Asks one question at a time. Without a prompt it only listens. */
	readonly ask: (prompt: string, options?: AskOptions) => Promise<Heard>;
	/** Forgets what was typed before it was asked for. */
	readonly forget: () => void;
	/** Nothing more will be heard: every question ends. */
	readonly hangUp: () => void;
};
