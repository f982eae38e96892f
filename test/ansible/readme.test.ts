import assert from 'node:assert/strict';
import process from 'node:process';
import {suite, test} from 'node:test';
import {folder} from './controller.js';
import {ansibleSkip} from './need.js';
import {ownFleet} from './own-fleet.js';
import {readmePlaybook} from './readme-playbook.js';
import {siteAnswers} from './site.js';

suite('what the README tells to do with many appliances', {skip: ansibleSkip()}, () => {
	const {run, play} = ownFleet();

	test('sets them, fetches their reports, and compares these', async () => {
		const variables = {
			analytics_setup_answers: siteAnswers(),
			analytics_setup_secrets: {},
		};
		const ran = await play(await readmePlaybook(), {all: variables}, [
			'--limit=appliance-1,appliance-2',
		]);
		assert.equal(ran.exitCode, 0, ran.stdout + ran.stderr);
		const compared = await run('sh', [
			...['-c', `exec "$0" dist/cli.js compare ${folder}/reports/*.json`],
			process.execPath,
		]);
		assert.equal(compared.exitCode, 0, compared.stderr);
		assert.match(compared.stdout, /2 servers/);
	});
});
