import {hrtime} from 'node:process';
import {readFileIfThere} from './files.js';

/** Which boot of the machine this is (random(4)); empty where the kernel does not say. */
export async function readBootId(): Promise<string> {
	return (await readFileIfThere('/proc/sys/kernel/random/boot_id'))?.trim() ?? '';
}

/**
 * Milliseconds since this boot, the same for every process and untouched by whoever sets
 * the clock (CLOCK_MONOTONIC, clock_gettime(2)).
 */
export function monotonicNow(): number {
	return Number(hrtime.bigint() / 1_000_000n);
}
