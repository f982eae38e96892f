import process from 'node:process';
import type {ProgressEvent, Stage} from './progress-event.js';
import {type ProgressStyle, progressStyleIn} from './progress-style.js';

/** How this process tells what it does. */
export const progressStyle: ProgressStyle = progressStyleIn(process.argv.slice(2));

/** Tells whoever reads events; nobody does in another style than `json`. */
export function tellEvent({event, ...content}: ProgressEvent): void {
	if (progressStyle === 'json') {
		const at = new Date().toISOString();
		process.stderr.write(`${JSON.stringify({schema: 1, event, at, ...content})}\n`);
	}
}

/** Tells when a stage begins, and when and how it ends. */
export function duringStage<Result>(
	stage: Stage,
	work: () => Promise<Result>,
): Promise<Result> {
	return duringStages(begin => {
		begin(stage);
		return work();
	});
}

/** The same for stages that follow each other: each ends where the next one begins. */
export async function duringStages<Result>(
	work: (begin: (stage: Stage) => void) => Promise<Result>,
): Promise<Result> {
	let end: EndStage = () => undefined;
	try {
		const result = await work(stage => {
			end('ended');
			end = beginStage(stage);
		});
		end('ended');
		return result;
	} catch (error) {
		end('failed');
		throw error;
	}
}

type EndStage = (state: 'ended' | 'failed') => void;

function beginStage(stage: Stage): EndStage {
	const start = performance.now();
	tellEvent({event: 'stage', stage, state: 'began'});
	return state => {
		const milliseconds = Math.round(performance.now() - start);
		tellEvent({event: 'stage', stage, state, milliseconds});
	};
}
