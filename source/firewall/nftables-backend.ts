import {Failure} from '../failure.js';
import type {RunCommand} from '../host/command.js';
import type {Policy} from '../policy/policy.js';
import {saveAppliedPolicy} from './applied-policy.js';
import {artefactsUnder, writeArtefacts} from './artefacts.js';
import {type Backend, nothingInEffect} from './backend.js';
import {isAsAsked} from './compare.js';
import {parseListing} from './nft-json.js';
import {renderRuleset, setNames, table} from './ruleset.js';

const tableWords = table.split(' ');

/** Puts the policy into the kernel, in one nft table of our own, and touches no other. */
export function nftablesBackend(run: RunCommand, state: string, root = '/'): Backend {
	const nft = (arguments_: readonly string[], input?: string) =>
		run('nft', arguments_, {timeout: 60_000, ...(input === undefined ? {} : {input})});

	const isPresent = async () => hasOurTable((await nft(['-j', 'list', 'tables'])).stdout);
	const list = async (...flags: readonly string[]) =>
		(await nft([...flags, 'list', 'table', ...tableWords])).stdout;
	const readTable = async () =>
		(await isPresent()) ? parseListing(await list('-j', '-n')) : undefined;

	const verify = async (policy: Policy) => {
		const found = await readTable();
		if (!isAsAsked(policy, found ?? nothingInEffect)) {
			throw new Failure('firewall.failed', 'The kernel does not hold what was loaded.');
		}
	};

	return {
		name: 'nftables',
		place: `the nftables table "${table}"`,
		artefactsOf: policy => artefactsUnder(root, policy),
		readInEffect: readTable,
		async apply(policy, onStage) {
			onStage('check');
			const wasPresent = await isPresent();
			const snapshot = wasPresent ? await list('-s', '-n') : '';
			// Without elements: of the sets only the names are asked for.
			const sets = wasPresent ? parseListing(await list('-j', '-t')).sets : [];
			const needed = setNames(policy);
			const script = renderRuleset(
				policy,
				sets.filter(name => !needed.includes(name)),
			);
			await refuseIfInvalid(() => nft(['-c', '-f', '-'], script));

			try {
				onStage('load');
				await nft(['-f', '-'], script);
				onStage('read-back');
				await verify(policy);
				onStage('save');
				await writeArtefacts(root, policy);
				await saveAppliedPolicy(state, policy);
			} catch (error) {
				await nft(['-f', '-'], `add table ${table}\ndelete table ${table}\n${snapshot}`);
				throw new Failure(
					'firewall.failed',
					`The new rules could not be put into effect: ${messageOf(error)} The old rules are back.`,
					{cause: error},
				);
			}
		},
	};
}

/** `nft -c` is a real dry run in the kernel: what it refuses was never loaded. */
async function refuseIfInvalid(check: () => Promise<unknown>): Promise<void> {
	try {
		await check();
	} catch (error) {
		throw new Failure(
			'firewall.refused',
			`The kernel refuses these rules: ${messageOf(error)} Nothing was changed.`,
			{cause: error},
		);
	}
}

function hasOurTable(json: string): boolean {
	const {nftables} = JSON.parse(json) as {
		readonly nftables: ReadonlyArray<{
			readonly table?: {readonly family: string; readonly name: string};
		}>;
	};
	return nftables.some(
		({table: found}) => found !== undefined && `${found.family} ${found.name}` === table,
	);
}

function messageOf(error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	return /[.!?]$/.test(message) ? message : `${message}.`;
}
