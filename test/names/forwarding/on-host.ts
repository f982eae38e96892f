import assert from 'node:assert/strict';
import {createSocket} from 'node:dgram';
import {once} from 'node:events';
import process from 'node:process';
import {parseAddress} from '../../../source/addresses/address.js';
import {runCommand} from '../../../source/host/command.js';
import {ownCommand} from '../../../source/host/own-command.js';
import {readQuestion} from '../../../source/names/dns/read-question.js';
import {
	type Forwarder,
	startForwarder,
} from '../../../source/names/forwarding/forwarder.js';
import type {ToldAnswer} from '../../../source/names/told-answer.js';
import {openProgram} from './asking.js';

// What the scenarios work with, inside a host.

export const server4 = '10.0.0.53';
export const server6 = 'fd00::53';
/** An address at which no DNS server is, unless a scenario puts a mock there. */
export const elsewhere = '10.0.0.54';
export const port = 10_053;

/** Permits what the list names, as a ruleset does that knows no forwarder. */
export const withoutLoopback = `table inet strict {
	chain output {
		type filter hook output priority 0;
		udp sport 53 accept
		ip daddr { ${server4}, ${elsewhere} } accept
		reject
	}
}`;

export function start(
	servers: readonly string[],
	onAnswer: (told: ToldAnswer) => Promise<void> = async () => undefined,
): Promise<Forwarder> {
	return startForwarder({
		servers: addresses(servers),
		port,
		onAnswer,
		own: ownCommand(),
		command: runCommand,
	});
}

export function addresses(texts: readonly string[]) {
	return texts.map(text => parseAddress(text) ?? assert.fail(text));
}

export async function askItself({ask}: Forwarder): Promise<string> {
	const [server] = addresses([server4]);
	assert.ok(server);
	const {outcome} = await ask(server, 'a.uni.edu', 4, {timeout: 100});
	return outcome;
}

export async function askingProcess(): Promise<number> {
	const {stdout} = await runCommand('pgrep', [
		'--parent',
		`${process.pid}`,
		'--full',
		'forward-names$',
	]);
	return Number(stdout);
}

/** What a program is told now, and what is left in the kernel. */
export async function seen() {
	const program = await openProgram(server4);
	const {stdout} = await runCommand('nft', ['list', 'tables']);
	return {
		answer: await program.ask('a.uni.edu'),
		tables: stdout.split('\n').filter(line => line.includes('analytics_setup')),
	};
}

/** A DNS server that hears everything and says nothing. */
export async function openMockSilence() {
	const socket = createSocket('udp4');
	const heard: string[] = [];
	socket.on('message', query => heard.push(readQuestion(query)?.name ?? ''));
	socket.bind(53, elsewhere);
	await once(socket, 'listening');
	return {
		heard,
		async hears(name: string) {
			while (!heard.includes(name)) {
				await once(socket, 'message');
			}
		},
	};
}
