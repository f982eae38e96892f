import {ChoiceField} from './choice-field.js';
import {useLatest} from './use-latest.js';
import {usePresses} from './use-presses.js';

export type ChoiceProps<Value extends string> = {
	readonly options: ReadonlyArray<{readonly label: string; readonly value: Value}>;
	readonly onChoose: (value: Value) => void;
	/** Ctrl-C. */
	readonly onLeave: () => void;
	/** Esc; left out where there is nothing to go back to. */
	readonly onBack?: () => void;
};

/** A menu: arrows move, Enter chooses. */
export function Choice<Value extends string>({
	options,
	onChoose,
	onLeave,
	onBack,
}: ChoiceProps<Value>) {
	const [index, change] = useLatest(0);
	usePresses(press => {
		if (press.kind !== 'key') {
			return;
		}

		const distance = Number(press.name === 'down') - Number(press.name === 'up');
		const at = change(now => Math.min(options.length - 1, Math.max(0, now + distance)));
		const option = options[at];
		if (press.name === 'enter' && option !== undefined) {
			onChoose(option.value);
		}

		if (press.name === 'escape') {
			onBack?.();
		}

		if (press.name === 'interrupt') {
			onLeave();
		}
	});
	return <ChoiceField options={options} index={index} isFocused />;
}
