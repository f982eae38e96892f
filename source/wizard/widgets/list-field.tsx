import {Box, Text} from 'ink';
import {useMemo} from 'react';
import {inFigures} from '../../in-figures.js';
import type {Marks} from '../../reports/marks.js';
import type {DescribeEntries, EntryNote, EntryNotes, HintContext} from '../field.js';
import {describeArrived} from './describe-arrived.js';
import type {ListEdit} from './list-changes.js';
import {isTyping, typedIn} from './list-edit.js';
import {useLook} from './look.js';
import {Mark} from './mark.js';
import {Remark} from './remark.js';
import type {TextEdit} from './text-edit.js';
import {TextLine} from './text-line.js';
import {windowOf} from './window.js';

export type ListFieldProps = {
	readonly list: ListEdit;
	readonly isFocused: boolean;
	readonly example: string;
	/** How many rows there are, for the entries and the typing line. */
	readonly height: number;
	readonly width: number;
	readonly describe: DescribeEntries;
	readonly context: HintContext;
	/** What came of asking about an entry, by its place; it counts for more than the note. */
	readonly replyAt?: (index: number) => EntryNote | undefined;
	/** What is wrong with entries, by their places; behind them stands the one being typed. */
	readonly faults: ReadonlyMap<number, string>;
};

/** Entries with what is to be said about each, and the line where the next is typed. */
export function ListField(props: ListFieldProps) {
	const {list, isFocused, example, height, width, describe, context, replyAt, faults} =
		props;
	const {entries, at, edit, inPlace} = list;
	const {marks} = useLook();
	const notes = useMemo(() => describe(entries, context), [describe, entries, context]);
	const typedNote = useTypedNote(props, notes);
	const arrived = describeArrived(list, faults);
	const fault = faultToShow(list, faults);
	const rows = height - 1 - (arrived === undefined && fault === undefined ? 0 : 2);
	const {first, last} = windowOf(entries.length, at, rows);
	return (
		<Box flexDirection="column">
			{entries.slice(first, last).map((entry, offset) => {
				const index = first + offset;
				const isHere = isFocused && index === at;
				return isHere && inPlace !== undefined ? (
					<EntryInPlace key={index} edit={inPlace} note={typedNote} width={width} />
				) : (
					<Entry
						// Entries may be equal, and stand in a fixed order.
						key={index}
						text={entry}
						note={replyAt?.(index) ?? notes.on(index)}
						isFaulty={faults.has(index)}
						isHere={isHere}
						width={width}
					/>
				);
			})}
			<Box width={width}>
				<Box flexShrink={0}>
					<Text bold>{isFocused && isTyping(list) ? `${marks.pointer} ` : '  '}</Text>
				</Box>
				<Box flexShrink={0}>
					<TextLine
						edit={edit}
						isFocused={isFocused && isTyping(list)}
						placeholder={`for example ${example}`}
						width={width - 2}
					/>
				</Box>
				<Text wrap="truncate" dimColor>
					{inPlace === undefined && typedNote !== '' ? `  ${typedNote}` : ''}
					{overflowNote(entries.length, first, last)}
				</Text>
			</Box>
			{arrived === undefined ? (
				fault !== undefined && <Remark text={fault} isFault />
			) : (
				<Text>{arrived}</Text>
			)}
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

type EntryInPlaceProps = {
	readonly edit: TextEdit;
	readonly note: string;
	readonly width: number;
};

/** An entry that is changed where it stands. */
function EntryInPlace({edit, note, width}: EntryInPlaceProps) {
	const {marks} = useLook();
	return (
		<Box width={width}>
			<Box flexShrink={0}>
				<Text bold>{`${marks.pointer} `}</Text>
			</Box>
			<Box flexShrink={0} minWidth={entryColumns + 1}>
				<TextLine edit={edit} isFocused placeholder="removed" width={width - 2} />
			</Box>
			<Text wrap="truncate" dimColor>
				{note}
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
	{entries, at}: ListEdit,
	faults: ReadonlyMap<number, string>,
): string | undefined {
	const [first] = faults.values();
	return faults.get(entries.length) ?? faults.get(at) ?? first;
}

/** What is to be said of what is being typed, beside the other entries. */
function useTypedNote(
	{list, describe, context}: ListFieldProps,
	notes: EntryNotes,
): string {
	const {entries, at, edit, inPlace} = list;
	const changing = inPlace === undefined ? undefined : at;
	const others = useMemo(
		() =>
			changing === undefined ? notes : describe(entries.toSpliced(changing, 1), context),
		[notes, describe, entries, changing, context],
	);
	const [text, ...more] = typedIn(list);
	if (text === undefined) {
		return '';
	}

	const {text: note} = others.onTyped(text);
	const isAsTyped = text === (inPlace ?? edit).value.trim();
	return more.length > 0
		? `${more.length + 1} entries`
		: `${isAsTyped ? '' : `read as ${text}: `}${note}`;
}

function overflowNote(count: number, first: number, last: number): string {
	const [from, to, all] = [first + 1, last, count].map(inFigures);
	return last - first < count ? `   ${from} to ${to} of ${all} shown` : '';
}
