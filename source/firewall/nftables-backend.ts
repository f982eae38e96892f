import {join} from 'node:path';
import type {RunCommand} from '../host/command.js';
import type {OwnCommand} from '../host/own-command.js';
import type {NftablesBackend} from './backend.js';
import {findFirewalld} from './firewalld/find-firewalld.js';
import {firewalldLayer} from './firewalld/firewalld-layer.js';
import {inspectFirewalld} from './firewalld/inspect-firewalld.js';
import {followedRuleset} from './followed-ruleset.js';
import {unitsToWrite} from './install-boot-units.js';
import {table} from './name-sets.js';
import {readNeighbours} from './neighbours/read-neighbours.js';
import {ownFollower} from './own-follower.js';
import {rulesetLayer} from './ruleset-layer.js';

/** Puts policies into the kernel: in a table of our own, and in firewalld where it runs. */
export function nftablesBackend(
	run: RunCommand,
	root: string,
	own: OwnCommand,
): NftablesBackend {
	const follower = ownFollower({root, own, command: run});
	const ruleset = followedRuleset(rulesetLayer(run, root), {run, follower});
	const folder = join(root, 'etc/firewalld');
	const firewalld = firewalldLayer(run, folder);
	return {
		name: 'nftables',
		place: `the nftables table "${table}"`,
		readInEffect: ruleset.readInEffect,
		artefactsOf: async policy => [
			...ruleset.artefactsOf(policy),
			...(await unitsToWrite(root, own)),
		],
		layers: [firewalld, ruleset],
		async layersInUse() {
			const {kind} = await findFirewalld(run, {folder});
			// One that does not answer, or has no rules, is named and left alone.
			return kind === 'running' ? [firewalld, ruleset] : [ruleset];
		},
		async neighbours(policy) {
			const state = await findFirewalld(run, {folder});
			const [neighbours, remarks] = await Promise.all([
				readNeighbours(run, policy, root),
				inspectFirewalld(run, state, policy),
			]);
			// As a front it is spoken of by itself.
			const isFront = state.kind === 'running';
			const others = neighbours.filter(({name}) => !(isFront && name === 'firewalld'));
			return [...others.map(({text}) => text), ...remarks];
		},
	};
}
