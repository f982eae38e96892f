import type {Surroundings} from '../../../host/surroundings.js';
import {hintFor} from '../../letters.js';
import {Frame} from '../../widgets/frame.js';
import {frameRows} from '../../widgets/frame-rows.js';
import {labelled, paragraphs} from '../../widgets/lines.js';
import {useLook} from '../../widgets/look.js';
import {Scroll} from '../../widgets/scroll.js';
import {useCommands} from '../../widgets/use-commands.js';
import {
	addressesInWords,
	holderInWords,
	invitation,
	keysOf,
} from '../../words/invitation.js';
import {remarkLines} from '../remark-lines.js';

export type InvitationScreenProps = {
	readonly surroundings: Surroundings;
	readonly notice: readonly string[];
	readonly onSetUp: () => void;
	readonly onLogIn: () => void;
};

/** What this server is, and the two keys. Nothing on it moves. */
export function InvitationScreen({
	surroundings,
	notice,
	onSetUp,
	onLogIn,
}: InvitationScreenProps) {
	const {columns, rows, marks} = useLook();
	const {hostname} = surroundings.facts;
	const {enter, l} = keysOf(surroundings);
	const holder = holderInWords(surroundings);
	useCommands({
		...(enter === undefined ? {} : {enter: onSetUp}),
		l: onLogIn,
		q: onLogIn,
		interrupt: onLogIn,
		'end-of-input': onLogIn,
	});
	const width = columns - 2;
	const row = (name: string, text: string) =>
		labelled(name, text, {nameColumns: 14, width});
	const lines = [
		...paragraphs([invitation.headline], width, {isBold: true}),
		...row('  Host name', hostname),
		...row('  Addresses', addressesInWords(surroundings)),
		{text: ''},
		...remarkLines(notice, marks, width),
		...(notice.length === 0 ? [] : [{text: ''}]),
		...(holder === undefined
			? paragraphs([invitation.purpose], width)
			: [
					...remarkLines([holder], marks, width),
					...paragraphs([invitation.byItself], width),
				]),
	];
	return (
		<Frame
			title="AppsAnywhere Analytics setup"
			status={`${hostname} ${marks.separator} not set up`}
			hints={[
				...(enter === undefined ? [] : ([['Enter', enter]] as const)),
				hintFor('l', l),
			]}
		>
			<Scroll lines={lines} top={0} height={rows - frameRows} />
		</Frame>
	);
}
