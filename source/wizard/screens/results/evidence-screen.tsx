import type {ProbeResult, ProbeRun} from '../../../probes/probe-result.js';
import {mailColumns, messageFor} from '../../../reports/message-for.js';
import {nameOfParty, partyOf, resultsAbout} from '../../../reports/party.js';
import type {Server} from '../../../reports/request-items.js';
import {endAndPort} from '../../../reports/result-groups.js';
import {useLook} from '../../widgets/look.js';
import type {Line} from '../../widgets/scroll.js';
import {ReadingScreen, type ReadingScreenProps} from '../reading-screen.js';
import {evidenceLines} from './evidence-lines.js';

export type EvidenceScreenProps = Omit<
	ReadingScreenProps,
	'title' | 'subject' | 'lines'
> & {
	readonly result: ProbeResult;
	/** The run that it is of, once that is whole. */
	readonly run: ProbeRun | undefined;
	readonly server: Server;
	/** Why the answers behind it were kept although they did not work. */
	readonly kept?: readonly string[];
};

/** All that is known of one result, and what to say to whoever must act on it. */
export function EvidenceScreen({
	result,
	run,
	server,
	kept,
	...screen
}: EvidenceScreenProps) {
	const {columns} = useLook();
	const lines = [
		...evidenceLines(result, columns - 2, kept),
		...(run === undefined ? [] : messageLines(result, run, server, columns - 2)),
	];
	return (
		<ReadingScreen
			title="Evidence"
			subject={endAndPort(result, ', ')}
			lines={lines}
			{...screen}
		/>
	);
}

function messageLines(
	result: ProbeResult,
	run: ProbeRun,
	server: Server,
	width: number,
): readonly Line[] {
	const party = partyOf(result);
	if (party === undefined) {
		return [];
	}

	const about = {...run, results: resultsAbout(result, run.results)};
	const text = messageFor(party, about, server, Math.min(mailColumns, width));
	const title =
		party.owner === 'this-host'
			? 'What you can do on this server'
			: `What to say to ${nameOfParty(party)}`;
	return [
		{text: ''},
		{text: title, isBold: true},
		...text
			.trimEnd()
			.split('\n')
			.map(line => ({text: line})),
	];
}
