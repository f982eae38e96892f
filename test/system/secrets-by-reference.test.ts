import assert from 'node:assert/strict';
import {readdir, readFile} from 'node:fs/promises';
import process from 'node:process';
import {after, before, suite, test} from 'node:test';
import {parse, stringify} from 'yaml';
import type {ProbeRun} from '../../source/probes/probe-result.js';
import {answersPath, furnishAppliance, publicAuthority} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {proxyTakesLogin} from '../campus/faults/proxy.js';
import {campusSkip} from '../campus/need.js';
import {
	assertNonePlanted,
	plantedSecrets,
	textsBelow,
	watchCommandLines,
} from '../helpers/planted-secrets.js';

const {inVariable: sql, inFile: mail, ofProxy: proxy} = plantedSecrets;
const planted = [sql, mail, proxy];
const env = {...publicAuthority, SQL_PASSWORD: sql.value, PROXY_PASSWORD: proxy.value};

/** File descriptor 3 gives the password of the mail relay. */
const withFile = 'exec "$@" 3< /etc/mail-password';

suite('passwords that the answers only point to', {skip: campusSkip()}, () => {
	let campus: Campus;
	const run = async (arguments_: readonly string[]) => {
		const {appliance} = campus.hosts;
		const program = [process.execPath, 'dist/cli.js', ...arguments_];
		const options = {env, timeout: 60_000};
		return appliance.run('sh', ['-c', withFile, 'sh', ...program], options);
	};

	before(async () => {
		campus = await openCampus();
		await furnishAppliance(campus);
		const {appliance} = campus.hosts;
		const {answers = {}} = await proxyTakesLogin.bringAbout(campus);
		const {stdout} = await appliance.run('cat', [answersPath]);
		const site = parse(stdout) as Readonly<Record<string, object>>;
		await appliance.write('/etc/mail-password', `${mail.value}\n`, 0o600);
		await appliance.write(
			answersPath,
			stringify({
				...site,
				...answers,
				sql: {
					...site.sql,
					login: {user: sql.user, password: {env: 'SQL_PASSWORD'}},
				},
				smtp: {...site.smtp, login: {user: mail.user, password: {fd: 3}}},
			}),
		);
	});
	after(() => campus.close());

	test('reach the servers and the proxy, and nothing else', async context => {
		const said = new Map<string, string>();
		const lines = watchCommandLines();
		const environments = watchEnvironments();
		context.after(() => Promise.all([lines.stop(), environments.stop()]));
		const given = ['--answers', answersPath];
		for (const arguments_ of [
			['plan', '--raw', ...given],
			['apply', '--no-confirm', ...given],
			['probe', '--json', ...given],
			['report', '--format', 'html'],
			['status'],
		]) {
			const {exitCode, stdout, stderr} = await run(arguments_);
			assert.notEqual(exitCode, undefined, 'in time');
			said.set(`${arguments_[0]} stdout`, stdout);
			said.set(`${arguments_[0]} stderr`, stderr);
		}

		const {results} = JSON.parse(said.get('probe stdout') ?? '') as ProbeRun;
		const wordsOf = (id: string) =>
			results.find(result => result.id === id)?.detail ?? '';
		assert.match(wordsOf('sql-login'), /wrong user name or password/);
		assert.match(wordsOf('mail-login'), /^login refused: 535/);
		const bitbucket = results.find(({id}) => id === 'bitbucket');
		assert.equal(bitbucket?.ways.find(({via}) => via === 'proxy')?.verdict, 'pass');
		assertNonePlanted(planted, said);
		assertNonePlanted(planted, new Map([['command lines', await lines.stop()]]));
		assert.deepEqual(await environments.stop(), []);
	});

	test('are in no file that was left behind, which says only where they are', async () => {
		const root = `/proc/${campus.hosts.appliance.pid}/root`;
		const found = await Promise.all(
			['etc', 'var/lib', 'run'].map(folder =>
				textsBelow(`${root}/${folder}/analytics-setup`),
			),
		);
		const left = new Map(found.flatMap(texts => [...texts]));
		const saved = [...left].find(([path]) => path.endsWith('config.json'))?.[1] ?? '';
		assert.match(saved, /"env": "SQL_PASSWORD"/);
		assert.match(saved, /"fd": 3/);
		assert.ok([...left.keys()].some(path => path.endsWith('results.json')));
		assertNonePlanted(planted, left);
	});

	test('of saved answers an open file is not read', async () => {
		const {stdout} = await run(['probe', 'mail', '--json']);
		const {results} = JSON.parse(stdout) as ProbeRun;
		const {
			verdict,
			cause,
			detail = '',
		} = results.find(({id}) => id === 'mail-login') ?? assert.fail(stdout);
		assert.deepEqual([verdict, cause], ['warn', 'login.no-password']);
		assert.match(detail, /^File descriptor 3 is read only in a run to which/);
	});
});

/** Which programs had one of the passwords in their environment, besides those we started. */
function watchEnvironments() {
	const found = new Set<string>();
	let isOver = false;
	const look = async () => {
		while (!isOver) {
			const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name));
			await Promise.all(
				pids.map(async pid => {
					const [environment, line] = await Promise.all(
						['environ', 'cmdline'].map(file =>
							readFile(`/proc/${pid}/${file}`, 'latin1').catch(() => ''),
						),
					);
					const isOurs = /dist\/cli\.js\0(?:plan|apply|probe|report|status)\0/.test(
						line ?? '',
					);
					if (!isOurs && planted.some(({value}) => environment?.includes(value))) {
						found.add((line ?? '').replaceAll('\0', ' '));
					}
				}),
			);
		}
	};
	const looking = look();
	return {
		async stop() {
			isOver = true;
			await looking;
			return [...found];
		},
	};
}
