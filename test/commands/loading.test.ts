import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';

type Metafile = {
	readonly inputs: Readonly<Record<string, Pick<Output, 'imports'>>>;
	readonly outputs: Readonly<Record<string, Output>>;
};
type Output = {
	readonly imports: ReadonlyArray<{readonly path: string; readonly kind: string}>;
	readonly inputs: Readonly<Record<string, unknown>>;
	readonly bytes: number;
	readonly entryPoint?: string;
};

// dist/meta.json is what the bundler says of its own output.
const {inputs, outputs} = JSON.parse(
	await readFile('dist/meta.json', 'utf8'),
) as Metafile;

/** Every source that is loaded with a file, without what is imported later on demand. */
function loadedWith(path: string, seen = new Set<string>()): ReadonlySet<string> {
	const output = outputs[path];
	if (output === undefined || seen.has(path)) {
		return new Set();
	}

	seen.add(path);
	const imported = output.imports.filter(({kind}) => kind === 'import-statement');
	return new Set([
		...Object.keys(output.inputs),
		...imported.flatMap(({path: next}) => [...loadedWith(next, seen)]),
	]);
}

/** Every source of ours that a module can come to load, at once or late. */
function reachedFrom(path: string, seen = new Set<string>()): ReadonlySet<string> {
	if (path.startsWith('source/') && !seen.has(path)) {
		seen.add(path);
		for (const {path: next} of inputs[path]?.imports ?? []) {
			reachedFrom(next.replace('late:', ''), seen);
		}
	}

	return seen;
}

/** What is loaded late stands behind a module of its own (`build/late-modules.mjs`). */
const chunkOf = (source: string) =>
	Object.entries(outputs).find(
		([, {entryPoint = ''}]) => entryPoint.replace('late:', '') === source,
	)?.[0] ?? '';
const packagesIn = (sources: ReadonlySet<string>) =>
	new Set(
		[...sources].flatMap(source => /node_modules\/([^/]+)/.exec(source)?.[1] ?? []),
	);

test('starting loads commander and nothing else', () => {
	assert.deepEqual([...packagesIn(loadedWith(chunkOf('source/cli.ts')))], ['commander']);
});

// Whatever else a command needs it loads once it is known to be needed: a figure here may
// grow only where every run of that command needs what is added.
for (const [command, packages, most] of [
	['check', ['yaml', 'zod'], 495],
	['schema', ['zod'], 295],
	['plan', [], 197],
	['apply', [], 200],
	['confirm', ['zod'], 330],
	['rollback', [], 205],
	['guard', ['zod'], 445],
	['recover', ['zod'], 445],
	['probe', [], 315],
	['observe', [], 200],
	['explain', [], 205],
	['report', [], 290],
	['compare', ['zod'], 320],
	['status', [], 120],
] as const) {
	test(`"${command}" begins with commander and [${packages}], in ${most} kB`, () => {
		const chunk = chunkOf(`source/commands/${command}.ts`);
		assert.notEqual(chunk, '', 'the chunk was found');
		const files = new Set<string>();
		const sources = [chunkOf('source/cli.ts'), chunk].flatMap(path => [
			...loadedWith(path, files),
		]);
		const bytes = [...files].reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0);
		assert.deepEqual([...packagesIn(new Set(sources))].toSorted(), [
			'commander',
			...packages,
		]);
		assert.ok(bytes <= most * 1000, `${bytes} bytes`);
	});
}

for (const process of ['guard', 'follow-names']) {
	test(`whatever "${process}" may load late is loaded before it waits`, async () => {
		const sources = reachedFrom(`source/commands/${process}.ts`);
		assert.ok(sources.has('source/host/command.ts'), 'the module was found');
		for (const path of sources) {
			const text = await readFile(path, 'utf8');
			const imports = text.match(/\bimport\(/g) ?? [];
			const late = text.match(/\blate\(\(\) => import\(/g) ?? [];
			assert.equal(late.length, imports.length, path);
		}
	});
}

test('a conversation loads neither Ink nor React', () => {
	const packages = packagesIn(loadedWith(chunkOf('source/commands/in-conversation.ts')));
	assert.ok(packages.has('zod'), 'the chunk was found');
	for (const name of ['ink', 'react', 'react-reconciler', 'yoga-layout']) {
		assert.ok(!packages.has(name), `a conversation loads ${name}`);
	}
});

test('the manual is written when the program is made, and is no part of it', () => {
	const sources = Object.values(outputs).flatMap(({inputs}) => Object.keys(inputs));
	assert.ok(sources.includes('source/commands/completion/bash.ts'));
	assert.ok(!sources.some(source => source.startsWith('source/commands/manual/')));
});

const everything = packagesIn(
	new Set(Object.values(outputs).flatMap(({inputs}) => Object.keys(inputs))),
);

for (const entry of [
	'source/wizard/answered-place.tsx',
	'source/commands/in-conversation.ts',
]) {
	test(`${entry} leaves what writes reports for whoever opens one`, () => {
		const sources = loadedWith(chunkOf(entry));
		assert.ok(sources.has('source/wizard/papers.ts'), 'the chunk was found');
		assert.ok(!sources.has('source/reports/render-report.ts'));
		assert.ok(!sources.has('source/answers/answers-file-text.ts'));
	});
}

for (const name of ['tedious', 'nodemailer']) {
	test(`${name} is loaded only when somebody logs in`, () => {
		assert.ok(everything.has(name), 'the program has it');
		const chunks = Object.entries(outputs).filter(([, {entryPoint = ''}]) =>
			/^(?:late:)?source\/(?:cli|commands\/.*|wizard\/start)\.tsx?$/.test(entryPoint),
		);
		assert.ok(chunks.length > 10);
		for (const [path, {entryPoint}] of chunks) {
			assert.ok(!packagesIn(loadedWith(path)).has(name), `${entryPoint} loads ${name}`);
		}
	});
}

test('what Tedious needs for Azure is left out', () => {
	assert.ok(!everything.has('@azure'));
});

test('the first frame of the wizard waits for neither Ink nor React', () => {
	const packages = packagesIn(loadedWith(chunkOf('source/commands/on-screen.ts')));
	assert.ok(packages.has('@alcalzone'), 'the chunk was found');
	for (const name of ['ink', 'react', 'react-reconciler', 'yoga-layout', 'yaml']) {
		assert.ok(!packages.has(name), `the first frame loads ${name}`);
	}
});

test('the first key of the wizard waits for no screen behind the pages', () => {
	const sources = loadedWith(chunkOf('source/wizard/start.tsx'));
	assert.ok(sources.has('source/wizard/screens/step/step-screen.tsx'));
	for (const source of [
		'source/wizard/answered-place.tsx',
		'node_modules/yaml/dist/index.js',
	]) {
		assert.ok(!sources.has(source), `it loads ${source}`);
	}
});
