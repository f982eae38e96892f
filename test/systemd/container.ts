import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {type Ended, type Running, run} from './program.js';
import {sshOptions} from './ssh.js';
import {until} from './until.js';

/** The addresses of the administrator outside, and of the server inside. */
export const outside = '10.77.0.1';
const inside = '10.77.0.2';

/** A Linux server with systemd as its first process, and an administrator beside it. */
export type Container = {
	/** Runs a program inside, as root and in no session. */
	readonly run: (...command: readonly string[]) => Promise<Ended>;
	/** Opens an SSH session from outside, on a terminal; the command may go on for long. */
	readonly ssh: (...command: readonly string[]) => Running;
	/** Logs in over SSH and out again; what was on the screen. */
	readonly logIn: () => Promise<string>;
	readonly write: (path: string, text: string) => Promise<void>;
	/** Ends everything inside at once, as when the power fails. */
	readonly cutPower: () => Promise<void>;
	readonly boot: () => Promise<void>;
};

/** @param folder the root of its file system, which outlives a boot */
export function containerIn(folder: string): Container {
	let machine: ChildProcess | undefined;
	let leader = 0;
	const enter = (command: readonly string[]) =>
		run(
			'nsenter',
			[
				`--target=${leader}`,
				'--mount',
				'--net',
				'--uts',
				'--ipc',
				'--pid',
				'--',
				...command,
			],
			{timeout: 60_000},
		);
	const beside = (...command: readonly string[]) =>
		run('nsenter', [`--target=${machine?.pid}`, '--net', '--', ...command]);
	const ssh = (
		command: readonly string[],
		options?: {readonly timeout: number; readonly input: string},
	) => {
		const to = [...sshOptions(join(folder, 'key')), `root@${inside}`];
		const inNetwork = [`--target=${machine?.pid}`, '--net', '--', 'ssh', '-tt', ...to];
		return run('nsenter', [...inNetwork, ...command], options);
	};

	return {
		run: (...command) => enter(command).ended,
		ssh: (...command) => ssh(command),
		async logIn() {
			const session = ssh([], {timeout: 60_000, input: 'exit\n'});
			return (await session.ended).stdout;
		},
		write: (path, text) => writeFile(join(folder, path), text),
		async cutPower() {
			process.kill(leader, 'SIGKILL');
			if (machine?.exitCode === null) {
				await once(machine, 'exit');
			}
		},
		async boot() {
			machine = start(folder);
			leader = await leaderOf(machine);
			await until(
				async () =>
					(await beside('ip', 'link', 'show', 've-server').ended).exitCode === 0,
			);
			await beside('ip', 'address', 'add', `${outside}/24`, 'dev', 've-server').ended;
			await beside('ip', 'link', 'set', 've-server', 'up').ended;
			await enter(['ip', 'address', 'add', `${inside}/24`, 'dev', 'host0']).ended;
			await enter(['ip', 'link', 'set', 'host0', 'up']).ended;
			await until(async () => {
				const {stdout} = await enter(['systemctl', 'is-active', 'multi-user.target'])
					.ended;
				return stdout === 'active';
			});
		},
	};
}

/** In a network namespace of its own: nothing of this machine's network is touched. */
function start(folder: string): ChildProcess {
	return spawn(
		'unshare',
		[
			'--net',
			'--mount',
			'--',
			'systemd-nspawn',
			'--quiet',
			'--register=no',
			'--keep-unit',
			'--machine=server',
			`--directory=${folder}`,
			'--network-veth',
			`--bind-ro=${process.execPath}:/opt/node`,
			'--boot',
			'--console=pipe',
		],
		{stdio: ['ignore', 'ignore', 'inherit']},
	);
}

/** The first process inside, once it is there whole: before, it is still outside. */
async function leaderOf({pid}: ChildProcess): Promise<number> {
	let found = 0;
	await until(async () => {
		const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
		found = Number(children.trim().split(' ')[0]);
		return found > 0 && (await readFile(`/proc/${found}/comm`, 'utf8')) === 'systemd\n';
	}, 20_000);
	return found;
}
