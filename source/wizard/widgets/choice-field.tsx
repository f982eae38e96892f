import {Text} from 'ink';
import SelectInput from 'ink-select-input';
import type {Option} from '../field.js';
import {useLook} from './look.js';

export type ChoiceFieldProps = {
	readonly options: readonly Option[];
	readonly index: number;
	readonly isFocused: boolean;
};

/**
 * SelectInput only draws here. Left to read the keys itself, it chooses the row it last
 * drew, which is the wrong one when an arrow and Enter arrive together.
 */
export function ChoiceField({options, index, isFocused}: ChoiceFieldProps) {
	if (!isFocused) {
		return <Text wrap="truncate">{options[index]?.label}</Text>;
	}

	return (
		<SelectInput
			key={index}
			isFocused={false}
			initialIndex={index}
			indicatorComponent={Indicator}
			itemComponent={Item}
			items={options.map(option => ({...option, key: option.value}))}
		/>
	);
}

function Indicator({isSelected = false}: {readonly isSelected?: boolean}) {
	const {marks} = useLook();
	return <Text bold>{isSelected ? `${marks.pointer} ` : '  '}</Text>;
}

function Item({
	label,
	isSelected = false,
}: {
	readonly label: string;
	readonly isSelected?: boolean;
}) {
	return <Text bold={isSelected}>{label}</Text>;
}
