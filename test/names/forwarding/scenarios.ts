import {createSocket} from 'node:dgram';
import {Resolver} from 'node:dns/promises';
import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import process from 'node:process';
import {messageOf} from '../../../source/failure.js';
import {runCommand} from '../../../source/host/command.js';
import {queryFor} from '../dns/messages.js';
import {askOverTcp, openProgram} from './asking.js';
import {
	addresses,
	askItself,
	askingProcess,
	elsewhere,
	openMockSilence,
	port,
	seen,
	server4,
	server6,
	start,
	withoutLoopback,
} from './on-host.js';

// Each runs inside a host, where DNS servers answer: see forwarder.test.ts.

export const scenarios = {
	async 'each answer waits for its own permission'() {
		const events: string[] = [];
		const heard = Promise.withResolvers<void>();
		const permitted = Promise.withResolvers<void>();
		const forwarder = await start([server4], async ({addresses: [first]}) => {
			events.push(`IPv${first?.address.family} told`);
			if (first?.address.family === 4) {
				heard.resolve();
				await permitted.promise;
			}
		});
		const one = await openProgram(server4);
		const other = await openProgram(server4);
		const answered = one.ask('a.uni.edu').then(() => events.push('IPv4 answered'));
		await heard.promise;
		await other.ask('a.uni.edu', 'AAAA');
		events.push('IPv6 answered');
		permitted.resolve();
		await answered;
		await forwarder.stop();
		return events;
	},

	async 'whatever a program asks is answered'() {
		const told = new Map<string, number>();
		const forwarder = await start([server4, server6], async ({name, addresses}) => {
			told.set(name, addresses.length);
		});
		const resolvers = [server4, server6].map(server => {
			const resolver = new Resolver();
			resolver.setServers([server]);
			return resolver;
		});
		const answers = await Promise.all(
			resolvers.flatMap(resolver => [
				resolver.resolve4('a.uni.edu'),
				resolver.resolve6('a.uni.edu'),
				resolver.resolve4('many.uni.edu').then(({length}) => length),
				resolver.resolve4('nothing.uni.edu').catch(error => error.code),
			]),
		);
		const overTcp = await Promise.all(
			[server4, server6].map(server => askOverTcp(server, 'a.uni.edu')),
		);
		await forwarder.stop();
		return {answers, overTcp, told: Object.fromEntries(told)};
	},

	async 'what is no question harms nobody'() {
		const forwarder = await start([server4]);
		const program = await openProgram(server4);
		program.send(Buffer.from('hello'));
		program.send(Buffer.alloc(60_000, 0xff));
		const code = program.nextCode();
		program.send(Buffer.alloc(12));
		const found = {code: await code, after: await program.ask('a.uni.edu')};
		await forwarder.stop();
		return found;
	},

	async 'a server that is silent is left aside'() {
		const mock = await openMockSilence();
		const forwarder = await start([elsewhere, server4]);
		const program = await openProgram(elsewhere);
		const answers = [await program.ask('a.uni.edu'), await program.ask('a.uni.edu')];
		await forwarder.setServers(addresses([elsewhere, server4]));
		answers.push(await program.ask('a.uni.edu'));
		await forwarder.stop();
		return {answers, silent: mock.heard.length};
	},

	async 'a program that asks much leaves the others alone'() {
		const mock = await openMockSilence();
		const forwarder = await start([elsewhere]);
		const greedy = await openProgram(elsewhere);
		for (let count = 0; count < 150; count += 1) {
			greedy.send(queryFor('greedy.uni.edu'));
		}

		const other = await openProgram(elsewhere);
		other.send(queryFor('other.uni.edu'));
		await mock.hears('other.uni.edu');
		await forwarder.stop();
		return mock.heard.filter(name => name === 'greedy.uni.edu').length;
	},

	async 'a socket that was open before is turned too'() {
		let told = 0;
		const program = await openProgram(server4);
		const counts: Array<readonly [string | undefined, number]> = [];
		const ask = async () => {
			const [address] = await program.ask('a.uni.edu');
			counts.push([address, told]);
		};
		await ask();
		const forwarder = await start([server4], async () => {
			told += 1;
		});
		await ask();
		await ask();
		await forwarder.stop();
		await ask();
		return counts;
	},

	async 'what it asks itself is told to nobody'() {
		let told = 0;
		const forwarder = await start([server4], async () => {
			told += 1;
		});
		const found = await askItself(forwarder);
		await forwarder.stop();
		return {found, told};
	},

	async 'whoever asks in its place has no rights'() {
		const forwarder = await start([server4]);
		const status = await readFile(`/proc/${await askingProcess()}/status`, 'utf8');
		await forwarder.stop();
		return status
			.split('\n')
			.filter(line => /^(Uid|Gid|Groups|CapPrm|CapEff)/.test(line));
	},

	async 'one that hangs is found'() {
		const forwarder = await start([server4]);
		process.kill(await askingProcess(), 'SIGSTOP');
		const found = await askItself(forwarder);
		await forwarder.setServers(addresses([server4]));
		const because = await forwarder.stopped;
		await forwarder.stop();
		const next = await start([server4]);
		await next.stop();
		return {found, because, ...(await seen())};
	},

	async 'one that is killed is replaced by the DNS itself'() {
		const forwarder = await start([server4]);
		process.kill(await askingProcess(), 'SIGKILL');
		const because = await forwarder.stopped;
		return {found: await askItself(forwarder), because, ...(await seen())};
	},

	async 'a redirect that somebody flushed is put back'() {
		let told = 0;
		const forwarder = await start([server4], async () => {
			told += 1;
		});
		await runCommand('nft', ['flush', 'ruleset']);
		await forwarder.setServers(addresses([server4]));
		const program = await openProgram(server4);
		await program.ask('a.uni.edu');
		await forwarder.stop();
		return {told, ...(await seen())};
	},

	async 'the rules refuse what is turned'() {
		await runCommand('nft', ['-f', '-'], {input: withoutLoopback});
		const because = await start([server4]).then(() => '', messageOf);
		return {because, ...(await seen())};
	},

	async 'the port is taken'() {
		const other = createSocket('udp4').bind(port, '127.0.0.1');
		await once(other, 'listening');
		const because = await start([server4]).then(() => '', messageOf);
		return {because, ...(await seen())};
	},
} as const;

export type ScenarioName = keyof typeof scenarios;
