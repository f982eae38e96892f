import {useState} from 'react';
import type {Answers} from '../../../answers/schema.js';
import {type Paper, papers} from '../../papers.js';
import {textsOf} from '../../texts-of.js';
import {useLook} from '../../widgets/look.js';
import {useCommands} from '../../widgets/use-commands.js';
import {usePointer} from '../../widgets/use-pointer.js';
import {useTask} from '../../widgets/use-task.js';
import {documentsTitle} from '../../words/documents.js';
import {ReadingScreen} from '../reading-screen.js';
import type {ScreenProps} from '../screen-props.js';
import {useSaving} from '../use-saving.js';
import {DocumentsFrame, paperItems} from './documents-frame.js';
import {documentsHelp} from './documents-help.js';
import {PaperScreen} from './paper-screen.js';
import {usePaperSaving} from './use-paper-saving.js';

export type DocumentsScreenProps = ScreenProps & {
	readonly answers: Answers;
	/** The paper that is pointed at first. */
	readonly pointed?: Paper | undefined;
};

/** What the other teams need, and the answers file: to be read, and to be saved. */
export function DocumentsScreen(props: DocumentsScreenProps) {
	const {send, machine, flow, answers, status, pointed} = props;
	const {columns} = useLook();
	/** What lies over the list; a paper as soon as it can be written. */
	const [cover, lay] = useState<Paper | 'help'>();
	const task = useTask('documents', async () => {
		const run = await machine.results.read();
		return textsOf(flow.siteFor(answers, run));
	});
	const texts = task.state === 'done' ? task.value : undefined;
	const pointer = usePointer(paperItems, pointed && {id: pointed});
	const onLeave = () => send({type: 'asked-to-leave'});
	const saving = useSaving({documents: machine.documents, onLeave});
	const save = usePaperSaving(texts, saving.open);

	const isHelp = cover === 'help';
	const paper = isHelp ? undefined : cover;
	const isCovered = isHelp || (paper !== undefined && texts !== undefined);
	useCommands(
		{
			...pointer.moves,
			// The keys before it may have moved on since the last redraw.
			enter() {
				saving.forget();
				lay(papers[pointer.latest()]);
			},
			s: () => save(papers[pointer.latest()]),
			'?': () => lay('help'),
			escape: () => send({type: 'went-back'}),
			interrupt: onLeave,
		},
		!isCovered && !saving.isOpen,
	);
	const around = {status, onClose: () => lay(undefined), onLeave};
	if (isHelp) {
		const lines = documentsHelp(columns - 2);
		return (
			<ReadingScreen title="Help" subject={documentsTitle} lines={lines} {...around} />
		);
	}

	if (paper !== undefined && texts !== undefined) {
		const open = () => save(paper);
		return <PaperScreen {...{paper, texts}} saving={{...saving, open}} {...around} />;
	}

	return (
		<DocumentsFrame {...{task, status, saving}} at={pointer.at} now={machine.now()} />
	);
}
