import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';

type Metafile = {
	readonly outputs: Readonly<Record<string, Output>>;
};
type Output = {
	readonly imports: ReadonlyArray<{readonly path: string; readonly kind: string}>;
	readonly inputs: Readonly<Record<string, unknown>>;
	readonly entryPoint?: string;
};

// dist/meta.json is what the bundler says of its own output.
const {outputs} = JSON.parse(await readFile('dist/meta.json', 'utf8')) as Metafile;

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

const chunkOf = (source: string) =>
	Object.entries(outputs).find(([, {entryPoint}]) => entryPoint === source)?.[0] ?? '';
const packagesIn = (sources: ReadonlySet<string>) =>
	new Set(
		[...sources].flatMap(source => /node_modules\/([^/]+)/.exec(source)?.[1] ?? []),
	);

test('starting loads commander and nothing else', () => {
	assert.deepEqual([...packagesIn(loadedWith(chunkOf('source/cli.ts')))], ['commander']);
});

for (const command of [
	'check',
	'schema',
	'plan',
	'apply',
	'confirm',
	'rollback',
	'guard',
	'recover',
	'probe',
	'observe',
	'explain',
	'report',
	'status',
]) {
	test(`"${command}" loads neither Ink nor React`, () => {
		const packages = packagesIn(loadedWith(chunkOf(`source/commands/${command}.ts`)));
		assert.ok(packages.has('zod'), 'the chunk was found');
		for (const name of ['ink', 'react', 'react-reconciler', 'yoga-layout', 'conf']) {
			assert.ok(!packages.has(name), `${command} loads ${name}`);
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

for (const entry of ['source/wizard/start.tsx', 'source/commands/in-conversation.ts']) {
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
			/^source\/(?:cli|commands\/.*|wizard\/start)\.tsx?$/.test(entryPoint),
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
