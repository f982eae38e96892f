import type {Answers} from '../answers/schema.js';
import {Failure} from '../failure.js';
import type {Drift} from '../flow/drift.js';
import type {Plan} from '../flow/plan.js';
import {readStanding} from '../flow/standing.js';
import type {Machine} from '../machine.js';
import {redactorFor} from '../redaction/redactor.js';
import {allSecrets} from '../redaction/without-secrets.js';
import type {Site} from '../reports/site.js';
import {versionWithBuild} from '../version.js';
import {archiveOf, folderName} from './archive.js';
import {type CollectedItem, collectItem} from './collect-item.js';
import {byteLength} from './cut.js';
import {disguiseItems} from './disguise-items.js';
import type {Evidence, EvidenceItem, EvidenceOptions} from './evidence.js';
import type {ItemContext} from './item.js';
import {items} from './items/index.js';
import {sideBySide} from './side-by-side.js';

/** What is done with answers elsewhere, and told of here. */
export type Works = {
	readonly planFor: (answers: Answers) => Promise<Plan>;
	readonly siteFor: (answers: Answers, run: Site['run']) => Promise<Site>;
	readonly driftFrom: (answers: Answers) => Promise<Drift>;
};

/** Collects everything for whoever helps; changes nothing on this server. */
export async function collectEvidence(
	machine: Machine,
	works: Works,
	{signal, isAnonymous, onItem, answers}: EvidenceOptions,
): Promise<Evidence> {
	const redactor = redactorFor({secrets: allSecrets()});
	const context = contextOf(machine, works, {signal, answers});
	const collected = await sideBySide(
		items,
		item => collectItem(item, context, {redactor}),
		// Who is who shows when everything is there.
		item => (isAnonymous ? undefined : onItem(listed(item))),
	);
	const {disguise, items: found} = isAnonymous
		? await disguiseItems(collected, machine, await known(context))
		: {disguise: (text: string) => text, items: collected};
	const list = found.map(listed);
	if (isAnonymous) {
		list.forEach(onItem);
	}

	const moment = new Date(machine.now()).toISOString();
	const hostname = disguise(machine.facts.hostname);
	const folder = folderName(hostname, moment);
	const about = {
		hostname,
		moment,
		version: versionWithBuild,
		isAnonymous,
		secrets: redactor.secrets(),
	};
	return {
		items: list,
		archive: () => archiveOf(found, {...about, folder}),
		fileName: `${folder}.tar.gz`,
	};
}

function listed({name, title, text, note}: CollectedItem): EvidenceItem {
	return {name, title, bytes: byteLength(text), note};
}

function contextOf(
	machine: Machine,
	{planFor, siteFor, driftFrom}: Works,
	{signal, answers: given}: Pick<EvidenceOptions, 'signal' | 'answers'>,
): ItemContext {
	const answers = once(async () => given ?? (await machine.answers.read()) ?? nothing());
	return {
		machine,
		signal,
		answers,
		plan: once(async () => planFor(await answers())),
		site: once(async () => siteFor(await answers(), await machine.results.read())),
		standing: once(async () => readStanding(await known({answers}), machine, driftFrom)),
	};
}

/** Without answers, or with damaged ones, there is something to tell too. */
async function known({
	answers,
}: Pick<ItemContext, 'answers'>): Promise<Answers | undefined> {
	return answers().catch(() => undefined);
}

function nothing(): never {
	throw new Failure('answers.missing', 'this server has not been set up yet');
}

function once<Value>(work: () => Promise<Value>): () => Promise<Value> {
	let begun: Promise<Value> | undefined;
	return () => {
		begun ??= work();
		return begun;
	};
}
