import process from 'node:process';
import {formatAddress} from '../addresses/address.js';
import {exitCode} from '../exit-code.js';
import {Failure} from '../failure.js';
import {openMachine} from '../machine.js';
import {troubleWithNames} from '../names/describe-name.js';
import type {FollowedName} from '../names/followed-name.js';
import {reportForPrograms} from '../names/report-for-programs.js';
import {firstFew} from '../reports/list-in-words.js';
import type {JsonFlag, ServerFlags} from './flags.js';
import {print, printJson, tell} from './output.js';

/** Asks the DNS for every name that is followed, now. */
export async function refresh(flags: ServerFlags & JsonFlag): Promise<void> {
	const {root, backend, json} = flags;
	const machine = await openMachine({root, backend});
	if (machine.names === undefined) {
		throw new Failure(
			'not-permitted',
			'Looking names up for the rules needs root and nftables.',
			{
				remedies: ['Run the same command as root on the server itself.'],
			},
		);
	}

	const report = await machine.names.refresh();
	const {names} = report;
	const isWhole = names.every(({addresses}) => addresses.length > 0);
	process.exitCode = isWhole ? exitCode.done : exitCode.notProven;
	if (json) {
		printJson({schema: 1, ...reportForPrograms(report)});
		return;
	}

	if (names.length === 0) {
		print('No name is followed: no rule in effect permits one.');
		return;
	}

	print(names.map(lineFor).join('\n'));
	troubleWithNames(report, machine.now()).forEach(tell);
}

function lineFor({name, addresses}: FollowedName): string {
	const texts = addresses.map(({address}) => formatAddress(address));
	return `${name}: ${texts.length === 0 ? 'no address' : firstFew(texts)}`;
}
