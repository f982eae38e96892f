import assert from 'node:assert/strict';
import {mkdir, readFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {before, suite, test} from 'node:test';
import {Ajv} from 'ajv';
import {execa} from 'execa';
import {temporaryFolder} from '../helpers/sample.js';
import {builtExecutable} from '../packaging/built.js';

type Component = {
	readonly name: string;
	readonly group?: string;
	readonly licenses: readonly unknown[];
};

suite('the one file', {timeout: 120_000}, () => {
	let file = '';
	before(async () => {
		file = resolve(await builtExecutable());
	});

	/** Where there is no other program, and with settings that are for another Node.js. */
	const run = (...words: readonly string[]) =>
		execa(file, words, {
			cwd: '/',
			env: {PATH: '/nowhere', NODE_OPTIONS: '--no-such-flag'},
			extendEnv: false,
		});

	test('runs without Node.js, and heeds nothing that is meant for one', async () => {
		const {stdout, stderr} = await run('--version');
		assert.match(stdout, /^\d+\.\d+\.\d+/);
		assert.equal(stderr, '');
	});

	test('loads each part from itself', async () => {
		const {stdout} = await run('check', resolve('assets/answers.example.yaml'));
		assert.match(stdout, /is valid/);
	});

	test('is started again by its own name alone', async context => {
		const root = await temporaryFolder(context);
		await mkdir(`${root}/etc`);
		const answers = ['--answers', resolve('assets/answers.example.yaml')];
		const {stdout} = await run('plan', '--raw', '--root', root, ...answers);
		assert.ok(stdout.includes(`\nExecStart="${file}" recover\n`), stdout);
	});

	test('has the checksum that stands beside it', async () => {
		await execa('sha256sum', ['--check', '--strict', 'SHA256SUMS'], {cwd: 'release'});
	});

	test('has a bill of materials as CycloneDX describes it', async () => {
		const bill = await readJson('release/analytics-setup.cdx.json');
		const schemas = 'node_modules/@cyclonedx/cyclonedx-library/res/schema';
		// Formats such as that of an address are drafts that this validator does not know.
		const ajv = new Ajv({strict: false, validateFormats: false});
		for (const name of ['spdx', 'jsf-0.82']) {
			const file = `${name}.SNAPSHOT.schema.json`;
			const schema = await readJson(`${schemas}/${file}`);
			ajv.addSchema(schema, `http://cyclonedx.org/schema/${file}`);
		}

		const schema = await readJson(`${schemas}/bom-1.6.SNAPSHOT.schema.json`);
		assert.ok(ajv.validate(schema, bill), ajv.errorsText());
	});

	test('has the licence of everything that is in it', async () => {
		const {components} = (await readJson('release/analytics-setup.cdx.json')) as {
			readonly components: readonly Component[];
		};
		const licenses = await readFile('release/THIRD-PARTY-LICENSES.txt', 'utf8');
		const names = components.map(({group, name}) =>
			[...(group === undefined ? [] : [group]), name].join('/'),
		);
		for (const wanted of ['node', 'ink', '@js-joda/core', 'yoga-layout']) {
			assert.ok(names.includes(wanted), wanted);
		}

		for (const name of names.filter(name => name !== 'node')) {
			assert.ok(licenses.includes(`\n${name} `), name);
		}
	});
});

async function readJson(path: string): Promise<object> {
	return JSON.parse(await readFile(path, 'utf8'));
}
