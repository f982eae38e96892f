import {readFile} from 'node:fs/promises';
import process from 'node:process';
import {stringify} from 'yaml';
import type {RunResult} from '../campus/host.js';
import {filesOf} from '../campus/run-inside.js';
import {type Fleet, programPath} from './fleet.js';

/** The folder of the administrator. */
export const folder = '/run/ansible';
const results = `${folder}/results`;
const inventory = `${folder}/inventory.yaml`;

/** What became of one task on one host. */
export type TaskResult = {
	readonly outcome: 'ok' | 'failed' | 'unreachable' | 'skipped';
	readonly host: string;
	readonly action: string;
	readonly result: Readonly<Record<string, unknown>>;
};

export type AnsibleRun = RunResult & {readonly results: readonly TaskResult[]};

/** The controller of a fleet, as an administrator has set it up. */
export type Controller = {
	/** Runs a program of Ansible. */
	readonly run: (file: string, arguments_: readonly string[]) => Promise<AnsibleRun>;
	/** Runs a playbook; the variables are those of hosts, or of all where the name is `all`. */
	readonly play: (
		playbook: Playbook,
		variables?: Readonly<Record<string, Variables>>,
		flags?: readonly string[],
	) => Promise<AnsibleRun>;
};

export type Variables = Readonly<Record<string, unknown>>;
/** As data, or as the text of its file. */
export type Playbook = readonly Variables[] | string;

const config = `[defaults]
inventory = ${inventory}
collections_path = ${folder}/collections
callback_plugins = ${process.cwd()}/test/ansible/callback
callbacks_enabled = json_lines
interpreter_python = /usr/bin/python3
remote_tmp = /run/ansible-modules
local_tmp = ${folder}/tmp
host_key_checking = false
timeout = 5
[ssh_connection]
pipelining = true
ssh_args = -F none -o ControlMaster=auto -o ControlPersist=60s -o ServerAliveInterval=3 -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR
`;

/** Sets up the controller: its settings, and the collection as it is published. */
export async function openController({
	controller,
	appliances,
}: Fleet): Promise<Controller> {
	await controller.write(`${folder}/ansible.cfg`, config);
	const env = {
		...{ANSIBLE_CONFIG: `${folder}/ansible.cfg`, ANSIBLE_HOME: `${folder}/home`},
		...{HOME: folder, RESULTS_FILE: results, NO_COLOR: '1', ANSIBLE_NOCOLOR: '1'},
	};
	const run: Controller['run'] = async (file, arguments_) => {
		await controller.write(results, '');
		const ended = await controller.run(file, arguments_, {env, timeout: 180_000});
		const lines = await readFile(`${filesOf(controller)}${results}`, 'utf8');
		const told = lines.split('\n').filter(line => line !== '');
		return {...ended, results: told.map(line => JSON.parse(line) as TaskResult)};
	};
	await installCollection(run);
	return {
		run,
		async play(playbook, {all = {}, ...variables} = {}, flags = []) {
			const hosts = Object.fromEntries(
				appliances.map(({name, address}) => [
					name,
					{ansible_host: address, ...variables[name]},
				]),
			);
			const vars = {
				ansible_user: 'root',
				ansible_ssh_private_key_file: '/run/campus/ssh-key',
				analytics_setup_program: programPath,
				...all,
			};
			await controller.write(inventory, stringify({analytics: {hosts, vars}}));
			const text = typeof playbook === 'string' ? playbook : stringify(playbook);
			await controller.write(`${folder}/site.yaml`, text);
			return run('ansible-playbook', [`${folder}/site.yaml`, ...flags]);
		},
	};
}

async function installCollection(run: Controller['run']) {
	const built = await run(process.execPath, [
		...['build/collection.mjs', '--output', `${folder}/release`],
	]);
	const installed = await run('sh', [
		'-c',
		`exec ansible-galaxy collection install --offline ${folder}/release/*.tar.gz`,
	]);
	for (const {exitCode, stdout, stderr} of [built, installed]) {
		if (exitCode !== 0) {
			throw new Error(`The collection could not be installed: ${stdout}${stderr}`);
		}
	}
}
