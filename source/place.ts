import process from 'node:process';
import {type DraftStore, draftStore} from './answers/draft-store.js';
import {savedLogins} from './answers/saved-logins.js';
import type {Answers} from './answers/schema.js';
import {type AnswersStore, answersStore} from './answers/store.js';
import type {Backend, BackendName} from './firewall/backend.js';
import {chooseBackend} from './firewall/choose-backend.js';
import {ownFollower} from './firewall/own-follower.js';
import {runCommand} from './host/command.js';
import {ownKeyring} from './host/keyring.js';
import {ownCommand} from './host/own-command.js';
import {type Paths, pathsFor} from './host/paths.js';
import {late} from './late.js';
import type {FollowerService} from './names/follower-service.js';
import {type Names, namesOn} from './names/names.js';
import {type ResultsStore, resultsStore} from './probes/results-store.js';
import {type Transactions, transactionsOn} from './transaction/transactions.js';

/** What this program keeps on a machine, and what puts its rules into effect there. */
export type Place = {
	readonly paths: Paths;
	readonly backend: Backend;
	readonly answers: AnswersStore;
	readonly drafts: DraftStore;
	readonly results: ResultsStore;
	readonly transactions: Transactions;
	/** The names in the rules, whose addresses come and go; undefined without root or nftables. */
	readonly names: Names | undefined;
	/** In milliseconds since 1970. */
	readonly now: () => number;
};

export type PlaceOptions = {
	readonly root: string | undefined;
	readonly backend: BackendName | undefined;
	/** The answers that this run was given in files. */
	readonly given?: Answers | undefined;
};

const loadContext = late(() => import('./transaction-context.js'));

/** The place itself, for a command that asks the machine for nothing else. */
export async function openPlace(options: PlaceOptions): Promise<Place> {
	await takePasswords(options);
	return placeOf(options);
}

/** Takes the passwords of answers out of the environment, before any program is started. */
export async function takePasswords({root, given}: PlaceOptions): Promise<void> {
	if (given !== undefined) {
		const {loginsIn} = await import('./answers/logins.js');
		ownKeyring.take(loginsIn(given));
	}

	ownKeyring.take(await savedLogins(pathsOf(root)));
}

/** Only once the passwords are taken: it may start programs. */
export async function placeOf({root, backend: wanted}: PlaceOptions): Promise<Place> {
	const paths = pathsOf(root);
	const own = ownCommand();
	const backend = await chooseBackend({
		...{wanted, root, paths, own},
		isRoot: isRoot(),
		run: runCommand,
	});
	const context = async () => {
		const {transactionContext} = await loadContext();
		return transactionContext(paths, root);
	};

	const thenTell =
		<Value>(save: (value: Value) => Promise<void>) =>
		async (value: Value) => {
			await save(value);
			await (await context()).tellLogins();
		};

	const answers = answersStore(paths.config);
	const results = resultsStore(paths.state);
	return {
		paths,
		backend,
		answers: {...answers, save: thenTell(answers.save)},
		drafts: draftStore(paths.state),
		results: {...results, save: thenTell(results.save)},
		transactions: transactionsOn(paths, context),
		names: backend.name === 'nftables' ? namesOn(followerOf(root), paths) : undefined,
		now: Date.now,
	};
}

/** Whoever follows the names in the rules of this machine. */
export function followerOf(root: string | undefined): FollowerService {
	return ownFollower({root: root ?? '/', own: ownCommand(), command: runCommand});
}

function pathsOf(root: string | undefined): Paths {
	return pathsFor(root, isRoot(), process.env);
}

function isRoot(): boolean {
	return process.getuid?.() === 0;
}
