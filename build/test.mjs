import {glob} from 'node:fs/promises';
import process from 'node:process';
import {run} from 'node:test';
import {spec} from 'node:test/reporters';
import {findLeftSecrets, temporaryFiles} from './left-secrets.mjs';

// `npm test -- FILE…` runs some of the tests.
const files = process.argv.slice(2);
const all = await Array.fromAsync(glob('test/**/*.test.{ts,tsx}'));

const before = await temporaryFiles();
const counts = {passed: 0, failed: 0, skipped: 0};
const isTest = ({details}) => details.type !== 'suite';
const stream = run({
	files: files.length > 0 ? files : all,
	execArgv: ['--import=tsx', '--import=./build/register-asset-modules.mjs'],
	timeout: 600_000,
	concurrency: 2,
});
stream.on('test:pass', event => {
	if (event.skip !== undefined) {
		counts.skipped += 1;
	} else if (isTest(event)) {
		counts.passed += 1;
	}
});
stream.on('test:fail', event => {
	if (isTest(event)) {
		counts.failed += 1;
	}
});
let printed = '';
for await (const words of stream.compose(spec)) {
	printed += words;
	process.stdout.write(words);
}

const leftovers = await findLeftSecrets(before, printed);
const ran = counts.passed;
if (leftovers.length === 0) {
	counts.passed += 1;
} else {
	counts.failed += 1;
	process.stdout.write(
		`\n✖ secrets of tests were left behind\n${leftovers.join('\n')}\n`,
	);
}

// A test that did not run proves nothing: in CI everything it needs is installed.
const failed = counts.failed + (process.env.CI ? counts.skipped : 0);
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
process.stdout.write(`\n${counts.passed} passed, ${failed} failed${skipped}\n`);
process.exitCode = failed > 0 || ran === 0 ? 1 : 0;
