import process from 'node:process';
import type {Answers} from '../answers/schema.js';
import {Failure} from '../failure.js';
import {flowOn} from '../flow/flow.js';
import {type Machine, openMachine} from '../machine.js';
import {wrap} from '../reports/wrap.js';
import {formatBytes} from '../support/cut.js';
import type {Evidence, EvidenceItem} from '../support/evidence.js';
import type {CommonFlags, JsonFlag} from './flags.js';
import {givenAnswers} from './given-answers.js';
import {interruption} from './interruption.js';
import {outputWidth, print, printJson, tell} from './output.js';
import {duringStage, progressStyle, tellEvent} from './progress.js';
import {openStatusLine} from './status-line.js';
import {
	type OutputFlags,
	refuseForceWithoutFile,
	saveDocument,
} from './write-document.js';

export type BundleFlags = CommonFlags &
	JsonFlag &
	OutputFlags & {readonly anonymous?: true};

/** Collects evidence, says what it is, and writes it as one archive. */
export async function supportBundle(flags: BundleFlags): Promise<void> {
	refuse(flags);
	const signal = interruption();
	const given = await givenAnswers(flags.answers);
	const {root, backend} = flags;
	const machine = await openMachine({root, backend, given});
	const evidence = await collect(machine, given, {...flags, signal});
	if (flags.json !== true && progressStyle !== 'json') {
		tell(contentsOf(evidence).join('\n'));
	}

	const archive = await evidence.archive();
	signal.throwIfAborted();
	if (flags.output === '-') {
		process.stdout.write(archive);
		return;
	}

	const path = await saveDocument(machine, flags.output ?? evidence.fileName, archive, {
		mayReplace: flags.force === true,
	});
	if (flags.json) {
		const items = evidence.items.map(item => ({...item, note: item.note ?? null}));
		const anonymous = flags.anonymous === true;
		printJson({schema: 1, path, bytes: archive.length, anonymous, items});
	} else {
		print(path);
	}
}

function refuse(flags: BundleFlags): void {
	const {output, json} = flags;
	if (output === '-' && process.stdout.isTTY) {
		throw new Failure('usage', 'An archive is for a file, not for a terminal.', {
			remedies: ['Name a file, for example: --output evidence.tar.gz'],
		});
	}

	if (output === '-' && json) {
		throw new Failure('usage', 'Standard output holds either the archive or JSON.');
	}

	refuseForceWithoutFile(flags);
}

async function collect(
	machine: Machine,
	answers: Answers | undefined,
	{anonymous, json, signal}: BundleFlags & {readonly signal: AbortSignal},
): Promise<Evidence> {
	const statusLine = openStatusLine(json === true);
	statusLine.show('Collecting evidence');
	try {
		return await duringStage('collect', () =>
			flowOn(machine).collectEvidence({
				signal,
				isAnonymous: anonymous === true,
				answers,
				onItem({name, title, bytes}) {
					tellEvent({event: 'item', name, bytes});
					statusLine.show(`Collecting evidence: ${title}`);
				},
			}),
		);
	} finally {
		statusLine.clear();
	}
}

/** What the archive will hold, one line each, and below it what is missing of it. */
function contentsOf({items, fileName}: Evidence): readonly string[] {
	const isWhole = items.every(({note}) => note === undefined);
	return [
		`${fileName} will hold:`,
		...items.flatMap(lineOf),
		...(isWhole || process.getuid?.() === 0
			? []
			: wrap('More of it can be read when root runs this.', outputWidth())),
	];
}

function lineOf({title, bytes, note}: EvidenceItem): readonly string[] {
	const indent = ' '.repeat(11);
	return [
		`${formatBytes(bytes).padStart(9)}  ${title}`,
		...(note === undefined ? [] : wrap(note, outputWidth() - indent.length)).map(
			line => `${indent}${line}`,
		),
	];
}
