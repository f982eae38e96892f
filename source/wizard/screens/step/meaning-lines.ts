import {wrap} from '../../../reports/wrap.js';
import type {StepForm} from './use-step-form.js';

/**
 * What the option that is pointed at means, where that needs words. Where there is no room
 * for all of it, the help is pointed to, which has it.
 *
 * @param height how many rows there are for the field and for that
 */
export function meaningLines(
	{fields, state, values}: Pick<StepForm, 'fields' | 'state' | 'values'>,
	{
		width,
		height,
		more,
	}: {
		readonly width: number;
		readonly height: number;
		readonly more: string;
	},
): readonly string[] {
	const field = fields.find(({id}) => id === state.focus);
	if (field?.kind !== 'choice') {
		return [];
	}

	const {meaning} = field.options.find(({value}) => value === values[field.id]) ?? {};
	const lines = meaning === undefined ? [] : wrap(meaning, width);
	// One row is for what is known of the choice meanwhile, so that nothing moves.
	const room = Math.max(0, height - field.options.length - 1);
	return lines.length <= room
		? lines
		: [...lines.slice(0, Math.max(0, room - 1)), `${more} ? tells the rest`];
}
