import {Box, Text} from 'ink';
import {entryAt, entryPath} from '../../answers/answer-path.js';
import type {Field, HintContext, Values} from '../field.js';
import type {ReplyNote} from '../inquiries/reply-note.js';
import type {Faults} from '../step.js';
import {ChoiceField} from './choice-field.js';
import {formRows} from './form-rows.js';
import {type FieldState, type FormState, shownFields} from './form-state.js';
import {ListField} from './list-field.js';
import {useLook} from './look.js';
import {Remark} from './remark.js';
import {ReplyLine} from './reply-line.js';
import {masked} from './text-edit.js';
import {TextLine} from './text-line.js';

export type FormProps = {
	readonly fields: readonly Field[];
	readonly state: FormState;
	readonly values: Values;
	readonly faults: Faults;
	/** How many rows there are for all the fields. */
	readonly height: number;
	/** What notes on entries may be about. */
	readonly context?: HintContext;
	/** What is known in the meantime, by the path of the answer. */
	readonly replies?: ReadonlyMap<string, ReplyNote>;
};

const labelColumns = 16;
const atConsole: HintContext = {sshClient: undefined};
const noReplies: ReadonlyMap<string, ReplyNote> = new Map();

/** Draws the fields of a step, one below the other, each with what is wrong under it. */
export function Form({
	fields,
	state,
	values,
	faults,
	height,
	context = atConsole,
	replies = noReplies,
}: FormProps) {
	const shown = shownFields(fields, values);
	const {focus, isTried} = state;
	const {gap, forLists} = formRows({shown, focus, replies, height});
	const hasLabels = shown.filter(({isAside}) => isAside !== true).length > 1;
	return (
		<Box flexDirection="column">
			{shown.map(field => {
				const fault = visibleFault(field, values, faults, isTried);
				const reply = replies.get(field.id);
				const isLabelled = hasLabels || field.isAside === true;
				const indent = isLabelled ? labelColumns : 0;
				return (
					<Box
						key={field.id}
						flexDirection="column"
						marginBottom={shown.length > 1 && reply === undefined ? gap : 0}
					>
						<Box>
							{isLabelled && (
								<Box width={labelColumns} flexShrink={0}>
									<Text bold={field.id === focus}>{field.label}</Text>
								</Box>
							)}
							<FieldInput
								field={field}
								state={state.fields[field.id]}
								isFocused={field.id === focus}
								faults={faults}
								height={forLists}
								isLabelled={isLabelled}
								context={context}
								replies={replies}
							/>
						</Box>
						{reply !== undefined && (
							<Box paddingLeft={indent}>
								<ReplyLine {...reply} />
							</Box>
						)}
						{fault !== undefined && (
							<Box paddingLeft={indent}>
								<Remark text={fault} isFault={isTried} />
							</Box>
						)}
					</Box>
				);
			})}
		</Box>
	);
}

type FieldInputProps = {
	readonly field: Field;
	readonly state: FieldState | undefined;
	readonly isFocused: boolean;
	readonly faults: Faults;
	readonly height: number;
	readonly isLabelled: boolean;
	readonly context: HintContext;
	readonly replies: ReadonlyMap<string, ReplyNote>;
};

function FieldInput({
	field,
	state,
	isFocused,
	faults,
	height,
	isLabelled,
	context,
	replies,
}: FieldInputProps) {
	const {columns, marks} = useLook();
	const width = columns - 2 - (isLabelled ? labelColumns : 0);
	if (field.kind === 'text' && state?.kind === 'text') {
		return (
			<TextLine
				edit={state.edit}
				isFocused={isFocused}
				placeholder={`${field.isOptional ? 'none; ' : ''}for example ${field.example}`}
				width={width}
			/>
		);
	}

	if (field.kind === 'secret' && state?.kind === 'text') {
		return (
			<TextLine
				edit={masked(state.edit, marks.secret)}
				isFocused={isFocused}
				placeholder="not shown, not kept"
				width={width}
			/>
		);
	}

	if (field.kind === 'choice' && state?.kind === 'choice') {
		return (
			<ChoiceField options={field.options} index={state.index} isFocused={isFocused} />
		);
	}

	if (field.kind === 'list' && state?.kind === 'list') {
		return (
			<ListField
				list={state.list}
				isFocused={isFocused}
				example={field.example}
				height={height}
				width={width}
				describe={field.describe}
				context={context}
				replyAt={index => replies.get(entryPath(field.id, index))}
				faults={faultsOfEntries(field.id, faults)}
			/>
		);
	}

	return null;
}

/** The faults of a list's entries, by their places. */
function faultsOfEntries(id: string, faults: Faults): ReadonlyMap<number, string> {
	return new Map(
		[...faults].flatMap(([path, fault]) => {
			const index = entryAt(id, path);
			return index === undefined ? [] : [[index, fault] as const];
		}),
	);
}

/** What is empty is no fault until the user tries to go on. */
function visibleFault(
	{id}: Field,
	values: Values,
	faults: Faults,
	isTried: boolean,
): string | undefined {
	const value = values[id];
	return isTried || (value !== undefined && value.length > 0)
		? faults.get(id)
		: undefined;
}
