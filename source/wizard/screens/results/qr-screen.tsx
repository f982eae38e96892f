import {Box, Text} from 'ink';
import {qrCodeOf, qrTexts, versionFor} from '../../../reports/qr-code.js';
import {wrap} from '../../../reports/wrap.js';
import {Footer, Frame} from '../../widgets/frame.js';
import {useLook} from '../../widgets/look.js';
import {modulesIn, QrPicture} from '../../widgets/qr-picture.js';
import {Remark} from '../../widgets/remark.js';
import {useCommands} from '../../widgets/use-commands.js';
import {useScroll} from '../../widgets/use-scroll.js';

export type QrScreenProps = {
	/** What is to be read off the screen. */
	readonly lines: readonly string[];
	/** What it is about. */
	readonly subject: string;
	readonly status: string;
	readonly onClose: () => void;
	/** Ctrl-C. */
	readonly onLeave: () => void;
};

/** The footer, and what stands beside a code. */
const footerRows = 1;
const wordsColumns = 22;

/** What fails as a code for a phone, over the whole height of the window. */
export function QrScreen({lines, subject, status, onClose, onLeave}: QrScreenProps) {
	const {columns, rows, marks} = useLook();
	const room = {columns: columns - wordsColumns, rows: rows - footerRows};
	const version = versionFor(modulesIn(room, marks.halfBlock));
	const texts = version === undefined ? [] : qrTexts(lines, version);
	const {at, moves} = useScroll(texts.length - 1);
	useCommands({
		...moves,
		right: () => moves.down?.(),
		left: () => moves.up?.(),
		escape: onClose,
		enter: onClose,
		interrupt: onLeave,
	});
	const text = texts[at];
	if (version === undefined || text === undefined) {
		return <NoRoom {...{subject, status}} />;
	}

	const isOne = texts.length === 1;
	return (
		<Box flexDirection="column" width={columns} height={rows}>
			<Box flexGrow={1}>
				<QrPicture code={qrCodeOf(text, version)} />
				<Box flexDirection="column" justifyContent="space-between" paddingLeft={2}>
					<Words text={subject} />
					<Box flexDirection="column">
						<Words
							text={`Point the camera of a phone at ${isOne ? 'the code.' : 'one code after the other.'}`}
						/>
						{!isOne && <Words text={`Code ${at + 1} of ${texts.length}`} />}
					</Box>
				</Box>
			</Box>
			<Footer
				hints={[
					...(isOne ? [] : ([[marks.sideways, 'other codes']] as const)),
					['Esc', 'back'],
				]}
			/>
		</Box>
	);
}

function Words({text}: {readonly text: string}) {
	return (
		<Box flexDirection="column">
			{wrap(text, wordsColumns - 3).map(line => (
				<Text key={line}>{line}</Text>
			))}
		</Box>
	);
}

function NoRoom({subject, status}: Pick<QrScreenProps, 'subject' | 'status'>) {
	const {columns, rows} = useLook();
	return (
		<Frame
			title="QR code"
			status={status}
			progress={<Text dimColor>{subject}</Text>}
			hints={[['Esc', 'back']]}
		>
			<Remark text={`No code fits here (${columns} by ${rows}).`} />
			<Text>Without block characters it needs a window of at least 88 by 34.</Text>
			<Text>Go back: S saves the text to a file, V shows it as plain text.</Text>
		</Frame>
	);
}
