import {Box, Text} from 'ink';
import {useMemo} from 'react';
import type {Marks} from '../../reports/marks.js';
import type {EntryNote} from '../field.js';
import {isTyping, type ListEdit, withTyped} from './list-edit.js';
import {useLook} from './look.js';
import {Mark} from './mark.js';
import {TextLine} from './text-line.js';
import {windowOf} from './window.js';

export type ListFieldProps = {
	readonly list: ListEdit;
	readonly isFocused: boolean;
	readonly example: string;
	/** How many rows there are, for the entries and the typing line. */
	readonly height: number;
	readonly width: number;
	readonly describe: (entries: readonly string[]) => readonly EntryNote[];
	/** What is wrong with an entry, by its place. */
	readonly faultAt: (index: number) => string | undefined;
};

/** Entries with what is to be said about each, and the line where the next is typed. */
export function ListField(props: ListFieldProps) {
	const {list, isFocused, example, height, width, describe, faultAt} = props;
	const {marks} = useLook();
	const notes = useMemo(() => describe(list.entries), [describe, list.entries]);
	const typedNote = useMemo(() => noteOnTyped(list, describe), [list, describe]);
	const {first, last} = windowOf(list.entries.length, list.at, height - 1);
	return (
		<Box flexDirection="column">
			{list.entries.slice(first, last).map((entry, offset) => {
				const index = first + offset;
				return (
					<Entry
						// Entries may be equal, and stand in a fixed order.
						key={index}
						text={entry}
						note={notes[index]}
						fault={faultAt(index)}
						isHere={isFocused && index === list.at}
						width={width}
					/>
				);
			})}
			<Box>
				<Text bold>{isFocused && isTyping(list) ? `${marks.pointer} ` : '  '}</Text>
				<TextLine
					edit={list.edit}
					isFocused={isFocused && isTyping(list)}
					placeholder={`for example ${example}`}
					width={width - 2}
				/>
				<Text wrap="truncate" dimColor>
					{typedNote === undefined
						? ''
						: `  ${faultAt(list.entries.length) ?? typedNote}`}
					{overflowNote(list.entries.length, first, last)}
				</Text>
			</Box>
		</Box>
	);
}

type EntryProps = {
	readonly text: string;
	readonly note: EntryNote | undefined;
	readonly fault: string | undefined;
	readonly isHere: boolean;
	readonly width: number;
};

const entryColumns = 24;

function Entry({text, note, fault, isHere, width}: EntryProps) {
	const {marks} = useLook();
	return (
		<Box width={width}>
			<Text bold={isHere} inverse={isHere} wrap="truncate">
				{isHere ? `${marks.pointer} ` : <Mark {...markFor(note, fault, marks)} />}
				{text.padEnd(entryColumns)} {fault ?? note?.text ?? ''}
			</Text>
		</Box>
	);
}

function markFor(note: EntryNote | undefined, fault: string | undefined, marks: Marks) {
	if (fault !== undefined) {
		return {text: marks.verdict.fail, colour: 'red'};
	}

	return note?.isWarning
		? {text: marks.attention, colour: 'yellow'}
		: {text: ' ', colour: undefined};
}

/** What is to be said of the entry that is being typed, were it in the list already. */
function noteOnTyped(
	list: ListEdit,
	describe: ListFieldProps['describe'],
): string | undefined {
	const all = withTyped(list);
	return all.length > list.entries.length
		? (describe(all).at(-1)?.text ?? '')
		: undefined;
}

function overflowNote(count: number, first: number, last: number): string {
	return last - first < count ? `   ${first + 1} to ${last} of ${count} shown` : '';
}
