import {type BeginContext, recordOf, type TrialRequest} from './begin-trial.js';
import {finishEndings} from './finish-endings.js';
import {writeGeneration} from './trial-folder.js';

/**
 * Keeps what is in effect already.
 * @returns what could not be done, a sentence each
 */
export async function adopt(
	request: TrialRequest,
	context: BeginContext,
): Promise<readonly string[]> {
	const {state, prepareBoot} = context;
	const record = await recordOf(request, state);
	const at = new Date().toISOString();
	const proof = {kind: 'unattended'} as const;
	await writeGeneration(state, record, request, {
		kind: 'kept',
		at,
		by: request.by,
		proof,
	});
	await prepareBoot();
	return finishEndings(context);
}
