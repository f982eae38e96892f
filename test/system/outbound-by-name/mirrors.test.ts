import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {runProgram} from '../../campus/appliance.js';
import type {Result, Run} from '../../campus/faults/probe-under.js';
import {startSite} from '../../campus/faults/sites.js';
import {campusSkip} from '../../campus/need.js';
import {zone} from '../../campus/zone.js';
import {openSite, type Site} from './site.js';

const [list, mirror] = ['198.51.100.231', '198.51.100.232'];
const extra = [
	{
		...{id: 'updates', direction: 'outbound', peer: 'mirror.uni.edu', port: 80},
		...{protocol: 'tcp', usage: 'Updates'},
	},
];

type WithMirrors = Result & {
	readonly evidence: {
		readonly mirrors: ReadonlyArray<{
			readonly host: string;
			readonly judgement: {readonly cause: string | null};
		}>;
	};
};

suite('a mirror list, where only the listed destinations are permitted', {
	skip: campusSkip(),
}, () => {
	let site: Site;
	before(async () => {
		site = await openSite({
			answers: {
				...zone,
				'cdn.remirepo.net': [list],
				'mirror.example': [mirror],
				'mirror.uni.edu': [mirror],
			},
		});
		const mirrors = ['http://mirror.example/remi/', 'http://mirror.uni.edu/remi/'];
		await startSite(site.campus, {
			address: list,
			directives: `return 200 "${mirrors.join('\\n')}\\n";`,
		});
		await startSite(site.campus, {
			address: mirror,
			directives: 'return 200 "<repomd/>";',
		});
	});
	after(() => site.campus.close());

	/** What comes of the row of the list, and of each of its mirrors, once it is applied. */
	const probeWith = async (sections: object) => {
		await site.apply('destinations', sections);
		const answers = await site.writeAnswers('destinations', sections);
		const {stdout, stderr} = await runProgram(site.campus, [
			...['probe', 'remirepo-cdn', '--json', '--answers', answers],
		]);
		const {results} = JSON.parse(stdout || assert.fail(stderr)) as Run;
		const row = results.find(({id}) => id === 'remirepo-cdn') as WithMirrors | undefined;
		assert.ok(row);
		const mirrors = row.evidence.mirrors.map(({host, judgement}) => [
			host,
			judgement.cause,
		]);
		return {row, mirrors};
	};

	test('mirrors that nobody has permitted are refused here, and told', async () => {
		const {row, mirrors} = await probeWith({});
		assert.deepEqual([row.verdict, row.cause], ['warn', 'mirrors.not-listed']);
		assert.deepEqual(mirrors, [
			['mirror.example', 'local.blocked'],
			['mirror.uni.edu', 'local.blocked'],
		]);
	});

	test('a mirror among the rules of the site is fetched from', async () => {
		const {row, mirrors} = await probeWith({extra});
		assert.equal(row.verdict, 'pass', row.detail);
		assert.match(row.detail, /fetched from mirror\.uni\.edu$/);
		assert.deepEqual(mirrors[0], ['mirror.uni.edu', null]);
	});
});
