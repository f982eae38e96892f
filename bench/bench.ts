import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {parseArgs} from 'node:util';
import {type BenchRun, formatDocument} from './document.js';
import {holds} from './finding.js';
import {formatTable} from './format-finding.js';
import {thisMachine} from './machine.js';
import type {Found, Measure} from './measure.js';
import {measures} from './measures.js';

// This program beside others and beside its limits, all in one run on one machine.
// `npm run bench -- NAME…` makes some of the comparisons; `-- --write` keeps what all found.

const {positionals, values} = parseArgs({
	allowPositionals: true,
	options: {write: {type: 'boolean', default: false}},
});
const unknown = positionals.filter(name => measures.every(each => each.name !== name));
if (unknown.length > 0 || (values.write && positionals.length > 0)) {
	const names = measures.map(({name}) => name).join(' ');
	process.stderr.write(`Give any of ${names}, or --write for all of them.\n`);
	process.exit(2);
}

const chosen =
	positionals.length === 0
		? measures
		: measures.filter(({name}) => positionals.includes(name));
if (process.getuid?.() !== 0 && chosen.some(({needsRoot}) => needsRoot)) {
	process.stderr.write('Network namespaces need root: run it as root.\n');
	process.exit(2);
}

const found: Found[] = [];
for (const measure of chosen) {
	const each = await findIn(measure);
	process.stdout.write(`\n${formatTable(each.findings)}`);
	found.push(each);
}

const findings = found.flatMap(each => each.findings);
if (values.write) {
	const run: BenchRun = {at: new Date().toISOString(), machine: thisMachine(), findings};
	const details = found.flatMap(each => each.details ?? []);
	await writeFile('docs/benchmark.md', formatDocument(run, details));
	await writeFile('docs/benchmark.json', `${JSON.stringify(run, undefined, '\t')}\n`);
}

const missed = findings.filter(finding => !holds(finding));
process.stdout.write(
	`\n${findings.length} comparisons, ${missed.length} not as they must be\n`,
);
process.exitCode = missed.length > 0 ? 1 : 0;

async function findIn({name, find}: Measure): Promise<Found> {
	const folder = await mkdtemp(join(tmpdir(), 'analytics-setup-bench-'));
	const say = (words: string) => process.stderr.write(`${name}: ${words}\n`);
	try {
		return await find({folder, say});
	} finally {
		await rm(folder, {recursive: true});
	}
}
