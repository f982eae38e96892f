import {type EntriesFound, entriesInText} from '../../addresses/entries-in-text.js';
import {entryPath} from '../../answers/answer-path.js';
import {inFigures} from '../../in-figures.js';
import {counted} from '../../reports/counted.js';
import {firstFew} from '../../reports/list-in-words.js';
import {entriesInFile} from '../entries-in-file.js';
import type {Field} from '../field.js';
import {settled} from '../settled.js';
import type {Faults} from '../step.js';
import type {Asking, FieldReply} from './asking.js';
import {indexOfEntry, type ListCommand, listCommandIn} from './list-command.js';
import {always, listen} from './listen.js';
import {valueOrTold} from './tell-failure.js';

type ListField = Extract<Field, {kind: 'list'}>;
type ListAsking = Asking<ListField, readonly string[]>;

/** Asks for entries until an empty line. Each is judged before it gets into the list. */
export async function askList(asking: ListAsking): Promise<FieldReply> {
	const {talk, field, tellHelp, onTyped} = asking;
	const onHelp = () => {
		tellHelp();
		talk.tell(howToEdit);
	};

	let entries = asking.value;
	let isAskedTwice = false;
	introduce(asking);
	for (;;) {
		const reply = await listen(talk, `${field.label}: `, {takesMany: true, onHelp});
		if (reply.said !== 'line') {
			return 'back';
		}

		const command = listCommandIn(reply.text);
		entries = await obey(command, {...asking, value: entries});
		onTyped(entries);
		const isEnd = command.kind === 'add' && command.isEnd;
		// The Enter that was meant for something else must not empty a list.
		const isMeant: boolean = entries.length > 0 || isAskedTwice;
		isAskedTwice = isEnd && !isMeant;
		if (isAskedTwice) {
			talk.tell('The list is empty. An empty line once more leaves it so.');
		} else if (isEnd && isAccepted(entries, asking)) {
			return {value: entries};
		}
	}
}

function introduce({talk, field, value}: ListAsking): void {
	const isEmpty = value.length === 0;
	talk.tell(
		`${field.label}: one or many on a line, for example ${field.example}.`,
		`The list ${contentOf(value)}. An empty line ${isEmpty ? 'ends it' : 'keeps it'}.`,
		...(isEmpty ? [] : [howToEdit]),
	);
}

function isAccepted(
	entries: readonly string[],
	{talk, field, faultsIn}: ListAsking,
): boolean {
	const fault = faultsIn(entries).get(field.id);
	if (fault !== undefined) {
		talk.tell(fault);
	}

	return fault === undefined;
}

const howToEdit =
	'Type list to hear it, file and a path to add what a file has, and - with an entry or its number, for example -2, to take one away.';

/** The list after a command; the same one when nothing has changed. */
async function obey(
	command: ListCommand,
	asking: ListAsking,
): Promise<readonly string[]> {
	switch (command.kind) {
		case 'read-out':
			readOut(command.from, asking);
			return asking.value;
		case 'take-away':
			return takeAway(command.which, asking);
		case 'add':
			return command.text === ''
				? asking.value
				: add(entriesInText(command.text), asking);
		case 'import':
			return addFrom(command.path, asking);
	}
}

/** So many are read out at once. */
const mostRead = 10;

function readOut(from: number, {talk, field, value, context}: ListAsking): void {
	const notes = field.describe(value, context);
	const read = value.slice(from - 1, from - 1 + mostRead);
	const next = from + read.length;
	talk.tell(
		`The list has ${counted(value.length, 'entry', 'entries')}.`,
		...read.map((entry, offset) => {
			const {text} = notes.on(from - 1 + offset);
			return `${from + offset}: ${entry}${text === '' ? '' : `, ${text}`}`;
		}),
		...(next <= value.length ? [`Type list ${next} to hear the next ones.`] : []),
	);
}

function takeAway(which: string, {talk, value}: ListAsking): readonly string[] {
	const index = indexOfEntry(value, which);
	const entry = value[index];
	if (entry === undefined) {
		talk.tell(`"${which}" is not in the list, so nothing was taken away.`);
		return value;
	}

	const rest = value.toSpliced(index, 1);
	talk.tell(`Took ${entry} away. The list ${contentOf(rest)}.`);
	return rest;
}

/** So many remarks are told about what came together. */
const mostRemarks = 5;

/** A file that cannot be read leaves the list as it was. */
async function addFrom(path: string, asking: ListAsking): Promise<readonly string[]> {
	const {talk, textFiles, value} = asking;
	const text = valueOrTold(talk, await settled(textFiles.read(path)));
	return text === undefined ? value : add(entriesInFile(path, text), asking);
}

function add(
	{entries: found, leftOut}: EntriesFound,
	asking: ListAsking,
): readonly string[] {
	const {talk, field, value, faultsIn, context} = asking;
	const faults = faultsOf(found, faultsIn([...value, ...found]), asking);
	const added = found.filter((_, index) => faults[index] === undefined);
	const entries = [...value, ...added];
	const notes = field.describe(entries, context);
	const warnings = added.flatMap((entry, index) => {
		const note = notes.on(value.length + index);
		return note.isWarning ? [`${entry}: ${note.text}.`] : [];
	});
	const refused = faults.flatMap(fault => (fault === undefined ? [] : [fault]));
	talk.tell(
		...addedSentences(added, notes.on(value.length).text, entries.length),
		...some(warnings, 'remarks of this kind'),
		...some(
			refused.map(fault => `Not added: ${fault}`),
			'that were not added',
		),
		...(leftOut === 0
			? []
			: [`Passed over ${counted(leftOut, 'other word', 'other words')}.`]),
		...(found.length === 0 ? [`There is no entry in that. ${always}`] : []),
	);
	return added.length === 0 ? value : entries;
}

/** What is wrong with each of those that were found; undefined for nothing. */
function faultsOf(
	found: readonly string[],
	faults: Faults,
	{field, value}: ListAsking,
): ReadonlyArray<string | undefined> {
	return found.map((_, index) => faults.get(entryPath(field.id, value.length + index)));
}

function addedSentences(
	[first, ...others]: readonly string[],
	note: string,
	count: number,
): readonly string[] {
	if (first === undefined) {
		return [];
	}

	return others.length === 0
		? [`Added ${first}${note === '' ? '' : `, ${note}`}.`]
		: [
				`Added ${counted(others.length + 1, 'entry', 'entries')}; the list has ${inFigures(count)} now.`,
			];
}

function some(sentences: readonly string[], rest: string): readonly string[] {
	const more = sentences.length - mostRemarks;
	return more > 0
		? [...sentences.slice(0, mostRemarks), `And ${inFigures(more)} more ${rest}.`]
		: sentences;
}

function contentOf(entries: readonly string[]): string {
	return entries.length === 0
		? 'is empty'
		: `has ${counted(entries.length, 'entry', 'entries')}: ${firstFew(entries)}`;
}
