import type {Failure} from '../failure.js';
import type {Artefact} from '../firewall/backend.js';
import {describeShutOut} from '../flow/describe-shut-out.js';
import {frontsOf} from '../flow/plan.js';
import {shutOutFailure} from '../flow/shut-out-failure.js';
import {wouldChange} from '../flow/would-change.js';
import {readFileIfThere} from '../host/files.js';
import {openContext} from './context.js';
import type {CommonFlags, JsonFlag, ShutOutFlag} from './flags.js';
import {print, printJson, tell} from './output.js';
import {duringStage} from './progress.js';
import {renderChanges} from './render-plan.js';

export async function showPlan(
	flags: CommonFlags &
		JsonFlag &
		ShutOutFlag & {readonly raw?: true; readonly diff?: true},
): Promise<void> {
	const {machine, flow, answers} = await openContext(flags);
	const plan = await duringStage('plan', () => flow.planFor(answers));
	const {policy, changes, raw, shutOut, neighbours} = plan;
	policy.warnings.forEach(tell);
	shutOut.map(describeShutOut).forEach(tell);
	const refusal = shutOutFailure(shutOut, flags.shutOut ?? []);
	if (flags.json) {
		const backend = machine.backend.name;
		const files = raw.map(({path, content}) => ({path, content}));
		const fronts = frontsOf(plan);
		const changed = await wouldChange(plan, answers, machine);
		printJson({
			...{schema: 1, backend, fronts, changed, changes, raw: files, neighbours},
			refusal: refusal === undefined ? null : refusalAsJson(refusal),
		});
		return;
	}

	if (refusal !== undefined) {
		['An apply would refuse this.', ...refusal.remedies].forEach(tell);
	}

	neighbours.forEach(tell);
	if (flags.raw) {
		print(raw.map(({path, content}) => `# ${path}\n${content}`).join('\n'));
		return;
	}

	print(renderChanges(changes, machine.backend));
	if (flags.diff) {
		print(await diffOf(raw));
	}
}

function refusalAsJson({code, message, remedies}: Failure) {
	return {code, message, remedies};
}

/** How the files would differ from those that are there. */
async function diffOf(files: readonly Artefact[]): Promise<string> {
	const {createTwoFilesPatch, FILE_HEADERS_ONLY} = await import('diff');
	const patches = await Promise.all(
		files.map(async ({path, content}) => {
			const before = (await readFileIfThere(path)) ?? '';
			return before === content
				? ''
				: `\n${createTwoFilesPatch(path, path, before, content, 'now', 'planned', {headerOptions: FILE_HEADERS_ONLY})}`;
		}),
	);
	return patches.join('');
}
