import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, before, suite, test} from 'node:test';
import {exitCode, exitMeanings} from '../../source/exit-code.js';
import {furnishAppliance, runProgram} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {campusSkip} from '../campus/need.js';
import {startProgram} from './start-program.js';

const text = await readFile('docs/json.md', 'utf8');
const document = text.replaceAll('"neighbours": []', '"neighbours": "…"');
const examples = [
	...document.matchAll(/```sh\nanalytics-setup ([^\n]*)\n```\n\n```json\n(.*?)```/gs),
].map(([, command = '', json = '']) => ({command, json}));
const [, eventLines = ''] = /```jsonl\n(.*?)```/s.exec(document) ?? [];

/** What only the listed destinations have to tell. */
const strict = ' # only the listed destinations';
const isStrict = ({command}: {readonly command: string}) => command.endsWith(strict);

const isTime = (value: unknown) =>
	typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(value);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null;

/** What differs from run to run. */
const measured = ['milliseconds', 'bytes'];

/** Whether something real is as an example says; lists may have more. */
function isAs(example: unknown, real: unknown): boolean {
	if (example === '…' || (isTime(example) && isTime(real))) {
		return true;
	}

	if (Array.isArray(example)) {
		return (
			Array.isArray(real) && example.every(each => real.some(other => isAs(each, other)))
		);
	}

	return isObject(example)
		? isObject(real) && isSameObject(example, real)
		: example === real;
}

function isSameObject(
	example: Readonly<Record<string, unknown>>,
	real: Readonly<Record<string, unknown>>,
): boolean {
	return (
		Object.keys(example).join() === Object.keys(real).join() &&
		Object.entries(example).every(
			([key, value]) => measured.includes(key) || isAs(value, real[key]),
		)
	);
}

suite('docs/json.md, on an appliance in the campus', {skip: campusSkip()}, () => {
	let campus: Campus;
	const told: string[] = [];
	const run = async (command: string) => {
		const words = [...command.split(' '), '--progress', 'json'];
		const result = await runProgram(campus, words);
		told.push(...result.stderr.split('\n').filter(line => line !== ''));
		return result;
	};

	before(async () => {
		campus = await openCampus();
		await furnishAppliance(campus);
		const {appliance} = campus.hosts;
		const {stdout} = await appliance.run('cat', ['/etc/answers.yaml']);
		await appliance.write('/etc/site.yaml', stdout);
		await appliance.write(
			'/etc/other.yaml',
			stdout.replace('10.20.0.0/16', '10.21.0.0/16'),
		);
		await appliance.write(
			'/etc/third.yaml',
			stdout.replace('10.20.0.0/16', '10.22.0.0/16'),
		);
		await appliance.write(
			'/etc/strict.yaml',
			stdout.replace(/^(outbound:.*mode: )ports/ms, '$1destinations'),
		);
		await appliance.write(
			'/etc/live.yaml',
			stdout
				.replace('hostname: analytics.uni.edu', 'hostname: live.uni.edu')
				.replace('host: mssql.uni.edu', 'host: sql.nowhere.uni.edu'),
		);
		await appliance.write(
			'/etc/faulty.yaml',
			'version: 1\nserver: {hostname: "bad name"}\n',
		);
		await run('observe start');
	});
	after(() => campus.close());

	/** Files of the examples stand in the folder that one is in. */
	const inside = (words: string) =>
		words
			.replaceAll(/\b(site|faulty)\.yaml/g, '/etc/$1.yaml')
			.replaceAll(/\b(test|live)\.json/g, '/run/$1.json')
			.replace('bundle.tar.gz', '/run/bundle.tar.gz');

	for (const {command, json} of examples.filter(each => !isStrict(each))) {
		test(`"${command}" gives what its example says`, async () => {
			const isEnd = /^(confirm|rollback --json)/.test(command);
			const file = command.startsWith('confirm') ? 'other' : 'third';
			const trial = isEnd
				? await startProgram(
						campus,
						`apply --answers /etc/${file}.yaml --confirm-within 600`,
						/"message":"Log in again/,
					)
				: undefined;
			if (command.startsWith('compare')) {
				await run('report --json --output /run/test.json');
				await run('report --json --answers /etc/live.yaml --output /run/live.json');
			}

			const {stdout, stderr} = await run(inside(command));
			assert.notEqual(stdout, '', stderr);
			const real: unknown = JSON.parse(stdout);
			assert.ok(isAs(JSON.parse(inside(json)), real), stdout.slice(0, 3000));
			told.push(...(trial?.told ?? []));
			await trial?.exitCode();
		});
	}

	test('every event is as its example says', async () => {
		assert.equal((await run('rollback')).exitCode, 2);
		const real = told.map(line => JSON.parse(line) as unknown);
		for (const line of eventLines.trim().split('\n')) {
			const example: unknown = JSON.parse(line);
			assert.ok(
				real.some(event => isAs(example, event)),
				`${line}\n\n${told.join('\n')}`,
			);
		}
	});

	for (const {command, json} of examples.filter(isStrict)) {
		test(`"${command}" gives what its example says`, async () => {
			await run('apply --no-confirm --answers /etc/strict.yaml');
			const {stdout, stderr} = await run(command.replace(strict, ''));
			assert.notEqual(stdout, '', stderr);
			assert.ok(isAs(JSON.parse(json), JSON.parse(stdout)), stdout.slice(0, 3000));
		});
	}
});

test('each exit code is told as the manual tells it', () => {
	for (const [name, words] of Object.entries(exitMeanings)) {
		const [, code] = Object.entries(exitCode).find(([key]) => key === name) ?? [];
		assert.ok(document.includes(`\n| ${code} | ${words} |\n`), words);
	}
});
