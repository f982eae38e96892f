import {describePerson} from '../host/person.js';
import {formatMoment} from '../moment.js';
import type {Generation} from './generations.js';

/** `generation 4, kept by jsmith from 10.40.0.7 on 2026-11-20` */
export function describeGeneration({number, ending}: Generation): string {
	return `generation ${number}, kept by ${describePerson(ending.by)} on ${ending.at.slice(0, 10)}`;
}

/** `  4  2026-11-20 14:02 UTC  jsmith from 10.40.0.7, 3 changes`, for a list of them. */
export function generationRow({number, ending, record}: Generation): string {
	const {length} = record.changes;
	const amount = length === 1 ? '1 change' : `${length} changes`;
	return `${String(number).padStart(3)}  ${formatMoment(ending.at)}  ${describePerson(ending.by)}, ${amount}`;
}
