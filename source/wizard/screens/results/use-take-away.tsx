import {type ReactNode, useState} from 'react';
import type {Machine} from '../../../machine.js';
import {documentName} from '../../document-name.js';
import type {Commands} from '../../widgets/use-commands.js';
import {PlainScreen} from '../plain-screen.js';
import {type Saving, useSaving} from '../use-saving.js';
import {QrScreen} from './qr-screen.js';

export type TakeAwayOptions = {
	readonly machine: Pick<Machine, 'documents' | 'now'>;
	/** What it is about, in a word for the name of its file. */
	readonly topic: string;
	readonly subject: string;
	readonly textOf: () => string;
	/** The same in few characters, for a QR code. */
	readonly linesOf: () => readonly string[];
	readonly status: string;
	/** Ctrl-C. */
	readonly onLeave: () => void;
};

export type TakeAway = Omit<Saving, 'open'> & {
	readonly commands: Pick<Commands, 'c' | 's' | 'v'>;
	/** Lies over the screen. */
	readonly cover: ReactNode;
};

/** The ways in which a text gets off a console that has no clipboard. */
export function useTakeAway(options: TakeAwayOptions): TakeAway {
	const {machine, topic, subject, textOf, linesOf, status, onLeave} = options;
	const [shown, show] = useState<
		| {readonly as: 'code'; readonly lines: readonly string[]}
		| {readonly as: 'text'; readonly text: string}
	>();
	const {open, ...saving} = useSaving({documents: machine.documents, onLeave});
	const name = documentName(topic, machine.now());
	const uncover = {onClose: () => show(undefined), onLeave};
	return {
		...saving,
		commands: {
			c: () => show({as: 'code', lines: linesOf()}),
			s: () => open({name, contentFor: textOf}),
			v: () => show({as: 'text', text: textOf()}),
		},
		cover:
			shown === undefined ? undefined : shown.as === 'code' ? (
				<QrScreen lines={shown.lines} {...{subject, status}} {...uncover} />
			) : (
				<PlainScreen text={shown.text} {...uncover} />
			),
	};
}
