import {Box, Text} from 'ink';
import type {Field, Values} from '../field.js';
import type {Faults} from '../step.js';
import {ChoiceField} from './choice-field.js';
import {type FieldState, type FormState, shownFields} from './form-state.js';
import {ListField} from './list-field.js';
import {useLook} from './look.js';
import {Remark} from './remark.js';
import {masked} from './text-edit.js';
import {TextLine} from './text-line.js';

export type FormProps = {
	readonly fields: readonly Field[];
	readonly state: FormState;
	readonly values: Values;
	readonly faults: Faults;
	/** How many rows there are for all the fields. */
	readonly height: number;
};

const labelColumns = 16;

/** Draws the fields of a step, one below the other, each with what is wrong under it. */
export function Form({fields, state, values, faults, height}: FormProps) {
	const shown = shownFields(fields, values);
	const rowsForLists = height - shown.length * 2;
	return (
		<Box flexDirection="column">
			{shown.map(field => {
				const fault = visibleFault(field, values, faults, state.isTried);
				return (
					<Box
						key={field.id}
						flexDirection="column"
						marginBottom={shown.length > 1 ? 1 : 0}
					>
						<Box>
							{shown.length > 1 && (
								<Box width={labelColumns} flexShrink={0}>
									<Text bold={field.id === state.focus}>{field.label}</Text>
								</Box>
							)}
							<FieldInput
								field={field}
								state={state.fields[field.id]}
								isFocused={field.id === state.focus}
								faults={faults}
								height={Math.max(3, rowsForLists)}
								isLabelled={shown.length > 1}
							/>
						</Box>
						{fault !== undefined && (
							<Box paddingLeft={shown.length > 1 ? labelColumns : 0}>
								<Remark text={fault} isFault={state.isTried} />
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
};

function FieldInput({
	field,
	state,
	isFocused,
	faults,
	height,
	isLabelled,
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
				faultAt={index => faults.get(`${field.id}[${index}]`)}
			/>
		);
	}

	return null;
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
