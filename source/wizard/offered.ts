/** Something that can be saved. */
export type Offered = {
	/** The name of the file, where none else is typed. */
	readonly name: string;
	/** What is written to a path; it may refuse one, by a failure. */
	readonly contentFor: (path: string) => Content | Promise<Content>;
};

type Content = string | Uint8Array;
