import {useState} from 'react';
import {messageOf} from '../../failure.js';
import type {Documents} from '../../host/documents.js';
import type {Offered} from '../offered.js';
import type {Hint} from '../widgets/hints.js';
import {useLatest} from '../widgets/use-latest.js';
import {type Prompt, usePrompt} from '../widgets/use-prompt.js';

export type SavingOptions = {
	readonly documents: Documents;
	/** Ctrl-C. */
	readonly onLeave: () => void;
};

export type Saving = Pick<Prompt, 'isOpen' | 'line'> & {
	/** The keys while a path is typed. */
	readonly hints: readonly Hint[] | undefined;
	readonly open: (offered: Offered) => void;
	/** What came of the last time. */
	readonly note: string;
	/** Takes the note away. */
	readonly forget: () => void;
};

const savingHints: readonly Hint[] = [
	['Enter', 'save'],
	['Esc', 'back'],
	['Ctrl-C', 'leave'],
];

/** Asks where to save something, and once more before a file is replaced. */
export function useSaving({documents, onLeave}: SavingOptions): Saving {
	const [note, setNote] = useState('');
	const [, offer] = useLatest<Offered | undefined>(undefined);
	/** The file that is there already, once it is known. */
	const [found, find] = useLatest<string | undefined>(undefined);
	const close = (what: string) => {
		prompt.close();
		setNote(what);
	};

	const save = async (path: string, mayReplace: boolean) => {
		const offered = offer(now => now);
		try {
			const content = (await offered?.contentFor(path)) ?? '';
			const saved = await documents.save(path, content, {mayReplace});
			if (saved.isSaved) {
				close(`Saved in ${saved.path}, for its owner only.`);
			} else {
				find(() => saved.path);
				prompt.change('');
			}
		} catch (error) {
			close(messageOf(error));
		}
	};

	const answer = (value: string) => {
		const there = find(now => now);
		if (there === undefined) {
			return value === '' ? undefined : save(value, false);
		}

		return value.toLowerCase() === 'yes'
			? save(there, true)
			: close(`Not saved: ${there} stays as it was.`);
	};

	// One line for both questions: what is typed in between is no command.
	const prompt = usePrompt({
		label: found === undefined ? 'Save as' : 'There is such a file. Replace it?',
		note: found === undefined ? 'Enter saves' : 'yes, or Esc',
		onKey(key, value) {
			if (key === 'enter') {
				void answer(value.trim());
			}
		},
		onLeave,
	});
	return {
		isOpen: prompt.isOpen,
		line: prompt.line,
		hints: prompt.isOpen ? savingHints : undefined,
		note,
		forget: () => setNote(''),
		open(offered) {
			setNote('');
			offer(() => offered);
			find(() => undefined);
			prompt.open(`${documents.home}/${offered.name}`);
		},
	};
}
