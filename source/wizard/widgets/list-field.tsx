import {Box, Text} from 'ink';
import {useMemo} from 'react';
import type {Marks} from '../../reports/marks.js';
import type {EntryNote} from '../field.js';
import {isTyping, type ListEdit, withTyped} from './list-edit.js';
import {useLook} from './look.js';
import {Mark} from './mark.js';
import {Remark} from './remark.js';
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
	const fault = faultToShow(list, faultAt);
	const rows = height - 1 - (fault === undefined ? 0 : 2);
	const {first, last} = windowOf(list.entries.length, list.at, rows);
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
						isFaulty={faultAt(index) !== undefined}
						isHere={isFocused && index === list.at}
						width={width}
					/>
				);
			})}
			<Box>
				<Text bold>{isFocused && isTyping(list) ? `${marks.pointer} ` : '  '}</Text>
				<Box flexShrink={0}>
					<TextLine
						edit={list.edit}
						isFocused={isFocused && isTyping(list)}
						placeholder={`for example ${example}`}
						width={width - 2}
					/>
				</Box>
				<Text wrap="truncate" dimColor>
					{typedNote === undefined || fault !== undefined ? '' : `  ${typedNote}`}
					{overflowNote(list.entries.length, first, last)}
				</Text>
			</Box>
			{fault !== undefined && <Remark text={fault} isFault />}
		</Box>
	);
}

type EntryProps = {
	readonly text: string;
	readonly note: EntryNote | undefined;
	readonly isFaulty: boolean;
	readonly isHere: boolean;
	readonly width: number;
};

const entryColumns = 24;

function Entry({text, note, isFaulty, isHere, width}: EntryProps) {
	const {marks} = useLook();
	return (
		<Box width={width}>
			<Text bold={isHere} inverse={isHere} wrap="truncate">
				{isHere ? `${marks.pointer} ` : <Mark {...markFor(note, isFaulty, marks)} />}
				{text.padEnd(entryColumns)} {note?.text ?? ''}
			</Text>
		</Box>
	);
}

function markFor(note: EntryNote | undefined, isFaulty: boolean, marks: Marks) {
	if (isFaulty) {
		return {text: marks.verdict.fail, colour: 'red'};
	}

	return note?.isWarning
		? {text: marks.attention, colour: 'yellow'}
		: {text: ' ', colour: undefined};
}

/** The fault of what is being typed, of the entry pointed at, or else the first one. */
function faultToShow(
	list: ListEdit,
	faultAt: ListFieldProps['faultAt'],
): string | undefined {
	const places = [list.entries.length, list.at, ...list.entries.keys()];
	return places.map(faultAt).find(fault => fault !== undefined);
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
