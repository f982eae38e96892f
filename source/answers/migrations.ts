import {Failure} from '../failure.js';

/** The version of the answers that this program writes. */
const currentVersion = 1;

type Step = (answers: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** From a version to the next; the key is the version that a step starts from. */
const steps: ReadonlyMap<number, Step> = new Map();

/**
 * Brings answers of an older version up to date; anything else is handed back as it is,
 * for the schema to judge.
 * @throws Failure `answers.newer` when a newer program wrote them.
 */
export function migrate(input: unknown, known = steps, target = currentVersion): unknown {
	if (!isVersioned(input)) {
		return input;
	}

	if (input.version > target) {
		throw new Failure(
			'answers.newer',
			`These answers have version ${input.version}; this program knows versions up to ${target}.`,
			{remedies: ['Install the newer analytics-setup that wrote them.']},
		);
	}

	const step = known.get(input.version);
	return step === undefined
		? input
		: migrate({...step(input), version: input.version + 1}, known, target);
}

function isVersioned(input: unknown): input is {readonly version: number} {
	return (
		typeof input === 'object' &&
		input !== null &&
		'version' in input &&
		Number.isInteger(input.version)
	);
}
