import type {Address} from '../addresses/address.js';

/** The value of a field: a line of text, the value of a choice, or the lines of a list. */
export type Value = string | readonly string[];

/** Values by field id. */
export type Values = Readonly<Record<string, Value>>;

export type Option = {
	readonly label: string;
	readonly value: string;
	/** What choosing it means, and what it cannot do: told before it is chosen. */
	readonly meaning?: string;
};

/** What to say beside an entry of a list. */
export type EntryNote = {readonly text: string; readonly isWarning: boolean};

/** What notes and hints may be about, beside the values typed so far. */
export type HintContext = {
	/** From where this session comes; undefined at a console. */
	readonly sshClient: Address | undefined;
};

/** One thing that a step asks. */
export type Field = {
	/** The path of the answer it fills, for example `sql.host`. */
	readonly id: string;
	readonly label: string;
	/** Left out when the field is always there. */
	readonly isShown?: (values: Values) => boolean;
	/** Whether it is a remark beside the question: the others look as they do without it. */
	readonly isAside?: boolean;
} & (
	| {
			readonly kind: 'text';
			readonly example: string;
			/** Whether it may stay empty. */
			readonly isOptional?: boolean;
	  }
	/** A text that is never shown, and never begins with anything. */
	| {readonly kind: 'secret'}
	| {readonly kind: 'choice'; readonly options: readonly Option[]}
	| {
			readonly kind: 'list';
			readonly example: string;
			readonly describe: DescribeEntries;
	  }
);

/** What to say beside the entries of a list: only of those that are seen it is asked. */
export type EntryNotes = {
	readonly on: (index: number) => EntryNote;
	/** On one that is being typed, were it in the list. */
	readonly onTyped: (text: string) => EntryNote;
};

export type DescribeEntries = (
	entries: readonly string[],
	context: HintContext,
) => EntryNotes;

export function textOf(values: Values, id: string): string {
	const value = values[id];
	return typeof value === 'string' ? value.trim() : '';
}

export function listOf(values: Values, id: string): readonly string[] {
	const value = values[id];
	return typeof value === 'object' ? value : [];
}
