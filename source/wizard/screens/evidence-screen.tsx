import type {ProbeResult} from '../../probes/probe-result.js';
import {useLook} from '../widgets/look.js';
import {evidenceLines} from './evidence-lines.js';
import {ReadingScreen, type ReadingScreenProps} from './reading-screen.js';

export type EvidenceScreenProps = Omit<
	ReadingScreenProps,
	'title' | 'subject' | 'lines'
> & {readonly result: ProbeResult};

/** All that is known of one result. */
export function EvidenceScreen({result, ...screen}: EvidenceScreenProps) {
	const {columns} = useLook();
	const lines = evidenceLines(result, columns - 2);
	return <ReadingScreen title="Evidence" subject={result.id} lines={lines} {...screen} />;
}
