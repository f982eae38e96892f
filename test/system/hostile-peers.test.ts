import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {after, before, suite, test} from 'node:test';
import {answersPath, furnishAppliance, runProgram} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import type {Host} from '../campus/host.js';
import {campusSkip} from '../campus/need.js';

/** Says a terminal's escape sequences to whoever connects, for ever and as fast as it can. */
const flood = `
	const server = require('node:net').createServer(socket => {
		const words = Buffer.from('220 \\u001b]52;c;b3duZWQ=\\u0007\\u001b[2J\\u202e'.repeat(20_000));
		const say = () => { while (socket.writable && socket.write(words)); };
		socket.on('error', () => socket.destroy()).on('drain', say);
		say();
	});
	server.listen(Number(process.argv[1]), '::', () => console.log('listening'));
`;

/** Starts such a peer; ended with its host. */
async function startFlood(host: Host, port: number): Promise<() => void> {
	const [file, arguments_] = host.enter(process.execPath, ['-e', flood, String(port)]);
	const program = spawn(file, arguments_, {stdio: ['ignore', 'pipe', 'inherit']});
	await once(program.stdout, 'data');
	return () => program.kill('SIGKILL');
}

suite('peers that do harm with what they say', {skip: campusSkip()}, () => {
	let campus: Campus;
	let ends: ReadonlyArray<() => void> = [];

	before(async () => {
		campus = await openCampus({services: ['dns', 'time']});
		await furnishAppliance(campus);
		const {mail, sql, web} = campus.hosts;
		ends = await Promise.all([
			startFlood(mail, 587),
			startFlood(sql, 1433),
			startFlood(web, 80),
			startFlood(web, 443),
		]);
	});
	after(async () => {
		for (const end of ends) {
			end();
		}

		await campus.close();
	});

	test('a banner that never ends holds no probe, and none of it is shown or kept', async () => {
		const start = performance.now();
		const probe = await runProgram(campus, ['probe', '--answers', answersPath]);
		// Several times what the slowest row may take.
		assert.ok(performance.now() - start < 20_000);
		const report = await runProgram(campus, ['report', '--answers', answersPath]);
		const {stdout: kept} = await campus.hosts.appliance.run('cat', [
			'/var/lib/analytics-setup/results.json',
		]);
		assert.match(probe.stdout, /smtp\.uni\.edu +587\/tcp/);
		assert.match(report.stdout, /smtp\.uni\.edu/);
		assert.match(kept, /smtp\.uni\.edu/);
		for (const text of [probe.stdout, probe.stderr, report.stdout, report.stderr, kept]) {
			assert.doesNotMatch(text.replaceAll(/[\n\t]/g, ''), /[\p{Cc}\p{Cf}]/u);
		}
	});
});
