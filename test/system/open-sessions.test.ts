import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {after, before, suite, test} from 'node:test';
import {answersPath, furnishAppliance, runProgram} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import type {Host} from '../campus/host.js';
import {campusSkip} from '../campus/need.js';

/** Says something to whoever is connected when it gets a signal, and nothing before. */
const server = `
	const net = require('node:net');
	const sockets = [];
	process.on('SIGUSR2', () => sockets.forEach(socket => socket.write('late')));
	net.createServer(socket => sockets.push(socket)).listen(22, '::', () => console.log('ready'));
`;

/** Connects, and tells what it hears. */
const client = `
	const socket = require('node:net').connect(22, process.argv[1], () => console.log('ready'));
	socket.on('data', data => console.log(String(data)));
`;

function start(host: Host, code: string, ...arguments_: readonly string[]) {
	const [file, inside] = host.enter(process.execPath, ['-e', code, ...arguments_]);
	const program = spawn(file, inside, {stdio: ['ignore', 'pipe', 'inherit']});
	const hears = async () => {
		const signal = AbortSignal.timeout(5000);
		const [words] = (await once(program.stdout, 'data', {signal})) as [Buffer];
		return String(words).trim();
	};
	return {program, hears};
}

suite('sessions that are open before the first apply', {skip: campusSkip()}, () => {
	let campus: Campus;

	before(async () => {
		campus = await openCampus({services: ['dns']});
		await furnishAppliance(campus);
	});
	after(() => campus.close());

	// Nobody has tracked connections here yet, so its next packet is the first one of all.
	test('hear what the server says before they say anything themselves', async () => {
		const {appliance, support} = campus.hosts;
		const speaker = start(appliance, server);
		assert.equal(await speaker.hears(), 'ready');
		const listener = start(support, client, '10.10.0.10');
		assert.equal(await listener.hears(), 'ready');
		const applied = await runProgram(campus, [
			...['apply', '--no-confirm', '--answers', answersPath],
		]);
		assert.equal(applied.exitCode, 0, applied.stderr);
		const heard = listener.hears();
		speaker.program.kill('SIGUSR2');
		assert.equal(await heard, 'late');
		listener.program.kill('SIGKILL');
		speaker.program.kill('SIGKILL');
	});
});
