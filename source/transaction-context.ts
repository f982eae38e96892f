import {join} from 'node:path';
import {draftStore} from './answers/draft-store.js';
import {answersStore} from './answers/store.js';
import {bootRuleset, writeArtefacts} from './firewall/artefacts.js';
import {installBootUnits} from './firewall/install-boot-units.js';
import {nftablesBackend} from './firewall/nftables-backend.js';
import {runCommand} from './host/command.js';
import {ownCommand} from './host/own-command.js';
import type {Paths} from './host/paths.js';
import {startApart} from './host/start-apart.js';
import {resultsStore} from './probes/results-store.js';
import {tellLogins} from './tell-logins.js';
import {announce} from './transaction/announce.js';
import type {BeginContext} from './transaction/begin-trial.js';
import {noteStep} from './transaction/journal.js';

/** What transactions on this machine work with. */
export function transactionContext(paths: Paths, root: string | undefined): BeginContext {
	const {config, state, run} = paths;
	const prefix = root ?? '/';
	const own = ownCommand();
	const answers = answersStore(config);
	const results = resultsStore(state);
	return {
		state,
		run,
		layers: nftablesBackend(runCommand, prefix, own).layers,
		answers,
		drafts: draftStore(state),
		note: noteStep,
		announce: text => announce(text, runCommand),
		tellLogins: () => tellLogins({paths, answers, results}),
		saveForBoot: policy => writeArtefacts([bootRuleset(prefix, policy)]),
		prepareBoot: () => installBootUnits(prefix, own),
		startGuard: () =>
			startApart(own, ['guard', ...(root === undefined ? [] : ['--root', join(root)])], {
				run: runCommand,
				writes: ['etc', 'run', 'var/lib'].map(folder => join(prefix, folder)),
			}),
	};
}
