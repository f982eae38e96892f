import {readFile} from 'node:fs/promises';

type Metafile = {
	readonly outputs: Readonly<Record<string, Output>>;
};
type Output = {
	readonly bytes: number;
	readonly imports: ReadonlyArray<{readonly path: string; readonly kind: string}>;
	readonly inputs: Readonly<Record<string, {readonly bytesInOutput: number}>>;
	readonly entryPoint?: string;
};

/** What a run loads: its command, and what that always loads late. */
const runs = [
	['--version', []],
	['status --json', ['commands/status.ts']],
	[
		'plan --answers',
		[
			...['commands/plan.ts', 'commands/answers-from-files.ts', 'answers/logins.ts'],
			...[
				'firewall/written-files.ts',
				'names/names-link.ts',
				'node_modules/execa/index.js',
			],
		],
	],
	['the wizard', ['commands/setup.ts', 'commands/on-screen.ts', 'wizard/start.tsx']],
] as const;

/** What the bundle loads, by what the bundler says of its own output: a table of Markdown. */
export async function describeStart(): Promise<string> {
	const {outputs} = JSON.parse(await readFile('dist/meta.json', 'utf8')) as Metafile;
	const rows = runs.map(([name, late]) => {
		const entries = ['cli.ts', ...late].map(path => chunkOf(outputs, path));
		const loaded = new Set(entries.flatMap(path => [...loadedWith(outputs, path)]));
		return `| ${name} | ${cellsOf([...loaded].flatMap(path => outputs[path] ?? [])).join(' | ')} |\n`;
	});
	return `What the bundle loads until each of them is ready, and the largest parts of it:\n\n| run | files | modules | kB | of that |\n| --- | --: | --: | --: | --- |\n${rows.join('')}`;
}

function chunkOf(outputs: Metafile['outputs'], source: string): string {
	const path = source.startsWith('node_modules/') ? source : `source/${source}`;
	const found = Object.entries(outputs).find(
		([, {entryPoint = ''}]) => entryPoint.replace('late:', '') === path,
	);
	if (found === undefined) {
		throw new Error(`${path} is no entry of the bundle.`);
	}

	return found[0];
}

function loadedWith(
	outputs: Metafile['outputs'],
	path: string,
	seen = new Set<string>(),
): ReadonlySet<string> {
	const output = outputs[path];
	if (output !== undefined && !seen.has(path)) {
		seen.add(path);
		for (const {path: next, kind} of output.imports) {
			if (kind === 'import-statement') {
				loadedWith(outputs, next, seen);
			}
		}
	}

	return seen;
}

/** How many parts are named. */
const largest = 6;

function cellsOf(outputs: readonly Output[]): readonly string[] {
	const inputs = outputs.flatMap(output => Object.entries(output.inputs));
	const sizes = new Map<string, number>();
	for (const [path, {bytesInOutput}] of inputs) {
		const name = partOf(path);
		sizes.set(name, (sizes.get(name) ?? 0) + bytesInOutput);
	}

	const parts = [...sizes]
		.toSorted(([, one], [, other]) => other - one)
		.slice(0, largest)
		.map(([name, size]) => `${name} ${kilobytes(size)}`);
	const bytes = outputs.reduce((sum, output) => sum + output.bytes, 0);
	const modules = inputs.filter(([, {bytesInOutput}]) => bytesInOutput > 0);
	return [
		String(outputs.length),
		String(modules.length),
		kilobytes(bytes),
		parts.join(', '),
	];
}

/** The package that a module is of, or that it is ours. */
function partOf(path: string): string {
	const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
	return name ?? 'our own';
}

function kilobytes(bytes: number): string {
	return String(Math.round(bytes / 1000));
}
