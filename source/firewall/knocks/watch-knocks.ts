import type {RunCommand} from '../../host/command.js';
import type {Knocks, KnockWatch} from './knock.js';
import {knockTable, removeKnockTable, renderKnockTable} from './knock-table.js';
import {parseKnocks} from './parse-knocks.js';

const nothing: Knocks = {knocks: [], fullPorts: []};

/**
 * Counts who knocks on ports in the kernel, in a table of its own. Sessions that watch at
 * the same time share it, so they all must ask for the same ports.
 */
export function watchKnocks(run: RunCommand, ports: readonly number[]): KnockWatch {
	const load = (input: string) => run('nft', ['-f', '-'], {input});
	const list = async () => {
		const words = ['list', 'table', ...knockTable.split(' ')];
		return parseKnocks((await run('nft', ['-n', ...words])).stdout);
	};

	let hasBegun = false;
	let isStopped = false;
	const begin = async () => {
		hasBegun = true;
		await load(renderKnockTable(ports));
		return list();
	};

	const readOrBegin = async () => {
		if (!hasBegun) {
			return begin();
		}

		try {
			return await list();
		} catch (error) {
			if (isStopped) {
				throw error;
			}

			// Another session has ended its watch, or somebody has flushed every table.
			return begin();
		}
	};

	let reading: Promise<Knocks> = Promise.resolve(nothing);
	let stopping: Promise<void> | undefined;
	const stop = async () => {
		isStopped = true;
		// What is under way may still load the table.
		await reading.catch(() => undefined);
		if (hasBegun) {
			await load(removeKnockTable);
		}
	};

	return {
		read() {
			reading = isStopped ? Promise.resolve(nothing) : readOrBegin();
			return reading;
		},
		async stop() {
			stopping ??= stop();
			await stopping;
		},
	};
}
