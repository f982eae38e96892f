/** For whom a change request can be: each gets the connections that are theirs to open. */
export const audiences = ['network', 'dba', 'mail', 'dns'] as const;
export type Audience = (typeof audiences)[number];

/** The audiences in words. */
export const audienceNames: Readonly<Record<Audience, string>> = {
	network: 'the network team',
	dba: 'the database team',
	mail: 'the mail team',
	dns: 'the DNS team',
};

export const formats = ['text', 'markdown', 'html', 'csv', 'json'] as const;
export type Format = (typeof formats)[number];

/** How the names of files end. */
export const endings: Readonly<Record<Format, string>> = {
	text: 'txt',
	markdown: 'md',
	html: 'html',
	csv: 'csv',
	json: 'json',
};

/** The format that the name of a file asks for by its ending. */
export function formatOf(path: string): Format | undefined {
	return formats.find(format => path.toLowerCase().endsWith(`.${endings[format]}`));
}

/** Which report is wanted. */
export type ReportKind = {
	readonly format: Format;
	/** Everything, for everybody, unless told. */
	readonly audience?: Audience | undefined;
};
