import {Text} from 'ink';
import type {Machine} from '../../../machine.js';
import type {ProbeRun} from '../../../probes/probe-result.js';
import {compactLines} from '../../../reports/compact-lines.js';
import {mailColumns, messageFor} from '../../../reports/message-for.js';
import {nameOfParty, type Party} from '../../../reports/party.js';
import type {Server} from '../../../reports/request-items.js';
import {hintFor} from '../../letters.js';
import {Frame} from '../../widgets/frame.js';
import {frameRows} from '../../widgets/frame-rows.js';
import {useLook} from '../../widgets/look.js';
import {lastTop, Scroll} from '../../widgets/scroll.js';
import {useCommands} from '../../widgets/use-commands.js';
import {useScroll} from '../../widgets/use-scroll.js';
import {useTakeAway} from './use-take-away.js';

export type MessageScreenProps = {
	readonly party: Party;
	readonly run: ProbeRun;
	readonly server: Server;
	readonly machine: Pick<Machine, 'documents' | 'now'>;
	readonly status: string;
	readonly onClose: () => void;
	/** Ctrl-C. */
	readonly onLeave: () => void;
};

/** The text for whoever must act, and the ways to get it to them. */
export function MessageScreen(props: MessageScreenProps) {
	const {party, run, server, machine, status, onClose, onLeave} = props;
	const {columns, rows, marks} = useLook();
	const lines = messageFor(party, run, server, Math.min(mailColumns, columns - 2))
		.trimEnd()
		.split('\n')
		.map(text => ({text}));
	const height = rows - frameRows;
	const {at, moves} = useScroll(lastTop(lines, height));
	const takeAway = useTakeAway({
		machine,
		topic: party.owner,
		subject: `For ${nameOfParty(party)}`,
		textOf: () => messageFor(party, run, server),
		linesOf: () => compactLines([party], run, server),
		status,
		onLeave,
	});
	useCommands(
		{
			...moves,
			...takeAway.commands,
			enter: onClose,
			escape: onClose,
			interrupt: onLeave,
		},
		takeAway.cover === undefined && !takeAway.isOpen,
	);
	if (takeAway.cover !== undefined) {
		return takeAway.cover;
	}

	return (
		<Frame
			title="Message"
			status={status}
			progress={
				<Text dimColor wrap="truncate">
					{party.owner === 'this-host'
						? 'What can be done on this server'
						: `For ${nameOfParty(party)}, as it can be mailed`}
				</Text>
			}
			note={takeAway.note}
			prompt={takeAway.line}
			hints={
				takeAway.hints ?? [
					hintFor('c'),
					hintFor('s'),
					hintFor('v'),
					[marks.arrows, 'move'],
					['Esc', 'back'],
				]
			}
		>
			<Scroll lines={lines} top={at} height={height} />
		</Frame>
	);
}
