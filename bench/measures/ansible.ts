import assert from 'node:assert/strict';
import {openController, type Playbook} from '../../test/ansible/controller.js';
import {openFleet} from '../../test/ansible/fleet.js';
import {rolePlay, siteAnswers} from '../../test/ansible/site.js';
import type {RunResult} from '../../test/campus/host.js';
import {sshTo} from '../../test/campus/services/ssh.js';
import type {Measure} from '../measure.js';
import {findingOf, inPairs} from '../pairs.js';

const count = 7;
const what = 'the role, on a host where nothing changes';
const atMostTwice = {of: 'ratio', atMost: 2} as const;
/** What Ansible does before it does anything. */
const emptyPlay: Playbook = [
	{hosts: 'all', gather_facts: false, tasks: [{'ansible.builtin.meta': 'noop'}]},
];

/** What Ansible costs where there is nothing to do, beside one command over SSH. */
export const ansible: Measure = {
	name: 'ansible',
	needsRoot: true,
	async find({say}) {
		const fleet = await openFleet();
		try {
			const controller = await openController(fleet);
			const [{name, address} = assert.fail()] = fleet.appliances;
			const all = {analytics_setup_answers: siteAnswers()};
			const run = (playbook: Playbook) =>
				timeOf(controller.play(playbook, {all}, [`--limit=${name}`]));
			const role = () => run(rolePlay());
			await role();
			say('beside a command of Ansible');
			const besideAnsible = await inPairs(count, role, () =>
				timeOf(
					controller.run('ansible', ['-m', 'ansible.builtin.raw', '-a', 'true', name]),
				),
			);
			say('beside ssh');
			const besideSsh = await inPairs(
				count,
				async () => (await role()) - (await run(emptyPlay)),
				() => timeOf(fleet.controller.run(...sshTo(address, 'true'))),
			);
			return {
				findings: [
					findingOf(besideAnsible, 'ms', [what, 'ansible -m raw -a true'], atMostTwice),
					findingOf(
						besideSsh,
						'ms',
						[`${what}, without the start of Ansible`, 'ssh HOST true'],
						atMostTwice,
					),
				],
			};
		} finally {
			await fleet.close();
		}
	},
};

async function timeOf(running: Promise<RunResult>): Promise<number> {
	const start = performance.now();
	const {exitCode, stdout, stderr} = await running;
	assert.equal(exitCode, 0, stdout + stderr);
	return performance.now() - start;
}
