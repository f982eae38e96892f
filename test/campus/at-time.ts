/**
 * A command that is told another time, as faketime(1) understands it: `+3 days`. What it
 * leaves in /dev/shm when it is killed goes with the host.
 */
export function atTime(
	time: string,
	command: readonly [file: string, ...arguments_: string[]],
): readonly [file: string, ...arguments_: string[]] {
	return ['faketime', '--exclude-monotonic', time, ...command];
}
