import {join} from 'node:path';
import {draftStore} from './answers/draft-store.js';
import {answersStore} from './answers/store.js';
import {
	bootRuleset,
	bootUnits,
	enableUnits,
	writeArtefacts,
} from './firewall/artefacts.js';
import {nftablesBackend} from './firewall/nftables-backend.js';
import {runCommand} from './host/command.js';
import {ownCommand} from './host/own-command.js';
import type {Paths} from './host/paths.js';
import {startApart} from './host/start-apart.js';
import {announce, withdrawNotice} from './transaction/announce.js';
import type {BeginContext} from './transaction/begin-trial.js';
import {noteStep} from './transaction/journal.js';

/** What transactions on this machine work with. */
export function transactionContext(
	{config, state, run}: Paths,
	root: string | undefined,
): BeginContext {
	const prefix = root ?? '/';
	const own = ownCommand();
	const units = bootUnits(prefix, own);
	return {
		state,
		run,
		layers: nftablesBackend(runCommand, prefix, own).layers,
		answers: answersStore(config),
		drafts: draftStore(state),
		note: noteStep,
		announce: text => announce(text, prefix, runCommand),
		async saveForBoot(policy) {
			await writeArtefacts([bootRuleset(prefix, policy)]);
			await withdrawNotice(prefix);
		},
		async prepareBoot() {
			await writeArtefacts(units);
			await enableUnits(units);
		},
		startGuard: () =>
			startApart(
				own,
				['guard', ...(root === undefined ? [] : ['--root', join(root)])],
				runCommand,
			),
	};
}
