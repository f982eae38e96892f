import {formatMoment, timeAgo} from '../moment.js';
import type {ProbeRun} from '../probes/probe-result.js';
import {renderReport} from '../reports/render-report.js';
import {type Audience, type Format, formatOf} from '../reports/report-kinds.js';
import {type CommandContext, openContext, readGivenFiles} from './context.js';
import {namesOf} from './file-names.js';
import type {CommonFlags, JsonFlag} from './flags.js';
import {interruption} from './interruption.js';
import {marksForOutput, outputWidth, print, tell} from './output.js';
import {probeWithProgress} from './probe-with-progress.js';
import {
	type OutputFlags,
	refuseForceWithoutFile,
	refusePageOnTerminal,
	writeDocument,
} from './write-document.js';

export type ReportFlags = CommonFlags &
	JsonFlag &
	OutputFlags & {
		/** By the ending of the file, unless told. */
		readonly format?: Format;
		readonly for?: Audience;
	};

/** Tells of the last results; where there are none, the connections are proven now. */
export async function report(flags: ReportFlags): Promise<void> {
	const {output} = flags;
	const isToFile = output !== undefined && output !== '-';
	const kind = {format: formatIn(flags), audience: flags.for};
	refuseForceWithoutFile(flags);
	refusePageOnTerminal(flags, kind.format);
	const context = await openContext(flags);
	const {flow, machine, answers} = context;
	const site = await flow.siteFor(answers, await findRun(context, flags));
	const answersPlace =
		flags.answers === undefined ? site.answersPlace : namesOf(flags.answers);
	const text = renderReport({...site, answersPlace}, kind, {
		marks: marksForOutput(flags),
		...(isToFile ? {} : {width: outputWidth()}),
	});
	if (isToFile) {
		await writeDocument(machine, output, text, {mayReplace: flags.force === true});
	} else {
		print(text);
	}
}

function formatIn({json, format, output = ''}: ReportFlags): Format {
	return json ? 'json' : (format ?? formatOf(output) ?? 'text');
}

/** Answers out of a file have no results that are kept. */
async function findRun(
	{machine, flow, answers}: CommandContext,
	flags: ReportFlags,
): Promise<ProbeRun> {
	const last = flags.answers === undefined ? await machine.results.read() : undefined;
	if (last === undefined) {
		tell(
			flags.answers === undefined
				? 'No results are kept yet, so the connections are probed now.'
				: 'Results are kept for the saved answers only, so the connections are probed now.',
		);
		await readGivenFiles({machine, answers}, flags, ['proxy']);
		return probeWithProgress(flow, answers, {isSilent: false, signal: interruption()});
	}

	const now = machine.now();
	if (now - Date.parse(last.finishedAt) > hour) {
		tell(
			`The results are those of ${formatMoment(last.finishedAt)} (${timeAgo(last.finishedAt, now)}). Run "analytics-setup probe" for new ones.`,
		);
	}

	return last;
}

const hour = 3_600_000;
