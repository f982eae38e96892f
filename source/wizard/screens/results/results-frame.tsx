import {Text} from 'ink';
import type {ReactNode} from 'react';
import {catalogue} from '../../../catalogue/catalogue.js';
import type {ProbeResult} from '../../../probes/probe-result.js';
import {countRows, headline} from '../../../reports/result-groups.js';
import {FailureMessage} from '../../widgets/failure-message.js';
import {Frame} from '../../widgets/frame.js';
import {frameRows} from '../../widgets/frame-rows.js';
import type {Hint} from '../../widgets/hints.js';
import {useLook} from '../../widgets/look.js';
import {type Window, windowNote, windowOf} from '../../widgets/window.js';
import {actsFor} from './acts-on-result.js';
import {resultHints} from './result-hints.js';
import type {ResultLine} from './result-lines.js';
import {ResultTable, remedyRows} from './result-table.js';
import type {Results} from './use-results.js';

export type ResultsFrameProps = {
	readonly found: Results;
	readonly lines: readonly ResultLine[];
	/** The result that is pointed at. */
	readonly selected: ProbeResult | undefined;
	/** The line under the title. */
	readonly said: string;
	/** What came of what was done last; otherwise, which lines are to be seen. */
	readonly note: string;
	readonly prompt: ReactNode;
	/** The keys while something is typed; left out, those of the row that is pointed at. */
	readonly hints: readonly Hint[] | undefined;
};

/** The results as a table, with how many are proven and what can be done about them. */
export function ResultsFrame(props: ResultsFrameProps) {
	const {found, lines, selected, said, note, prompt, hints} = props;
	const {results, failure, isRunning} = found;
	const {columns, rows, marks} = useLook();
	const height = rows - frameRows - remedyRows;
	const window = windowAround(lines, selected, height);
	return (
		<Frame
			title={
				isRunning
					? `${countRows(results).proven} of ${catalogue.length} rows proven`
					: headline(results, marks.separator)
			}
			status={isRunning ? 'probing' : ''}
			progress={
				<Text dimColor wrap="truncate">
					{said}
				</Text>
			}
			note={note || windowNote(window, lines.length)}
			prompt={prompt}
			hints={hints ?? resultHints(actsFor(selected, found), marks, columns - 2)}
		>
			{failure !== undefined && <FailureMessage failure={failure} />}
			<ResultTable
				lines={lines.slice(window.first, window.last)}
				selected={selected}
				height={height}
			/>
		</Frame>
	);
}

/** The part of the table around the selected row; what stands over the first row with it. */
function windowAround(
	lines: readonly ResultLine[],
	selected: ProbeResult | undefined,
	height: number,
): Window {
	const at = lines.findIndex(({result}) => result !== undefined && result === selected);
	const first = lines.findIndex(({result}) => result !== undefined);
	return windowOf(lines.length, at === first ? 0 : at, height);
}
