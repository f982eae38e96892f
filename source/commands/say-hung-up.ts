import process from 'node:process';

/** Not every terminal that hangs up says so by a signal, but none can be read any more. */
export function sayHungUp(): void {
	process.stdin.on('error', () => undefined);
	process.kill(process.pid, 'SIGHUP');
}
