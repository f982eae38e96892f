import assert from 'node:assert/strict';
import type {Fault} from '../../campus/faults/fault.js';
import type {Result, Run} from '../../campus/faults/probe-under.js';

/** A fault; the id, the verdict, the cause and the owner that it has; the sentence shown. */
export type FaultRow = readonly [fault: Fault, told: string, remedy?: string];

export type FaultTable = readonly FaultRow[];

/** A result in the words of a table. */
export function told({id, verdict, cause, owner}: Result): string {
	return [id, verdict, cause, owner].filter(word => word !== null).join(' ');
}

/** What a run tells of one id: of several results, of the first that is not good. */
export function toldOf({results}: Run, id: string) {
	const ofId = results.filter(result => result.id === id);
	const result = ofId.find(({verdict}) => verdict !== 'pass') ?? ofId[0];
	return result === undefined
		? assert.fail(`nothing is told of "${id}"`)
		: {told: told(result), remedy: result.remedy};
}
