import assert from 'node:assert/strict';
import {openController} from '../../test/ansible/controller.js';
import {openFleet} from '../../test/ansible/fleet.js';
import {rolePlay, siteAnswers} from '../../test/ansible/site.js';
import type {RunResult} from '../../test/campus/host.js';
import {sshTo} from '../../test/campus/services/ssh.js';
import type {Measure} from '../measure.js';
import {findingOf, inPairs} from '../pairs.js';

const count = 7;
const what = 'the role, on a host where nothing changes';

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
			const role = () => timeOf(controller.play(rolePlay(), {all}, [`--limit=${name}`]));
			await role();
			say('beside a command of Ansible');
			const command = ['-m', 'ansible.builtin.raw', '-a', 'true', name];
			const besideAnsible = await inPairs(count, role, () =>
				timeOf(controller.run('ansible', command)),
			);
			say('beside ssh');
			const besideSsh = await inPairs(count, role, () =>
				timeOf(fleet.controller.run(...sshTo(address, 'true'))),
			);
			return {
				findings: [
					findingOf(besideAnsible, 'ms', [what, 'ansible -m raw -a true'], {
						of: 'ratio',
						atMost: 3,
					}),
					findingOf(besideSsh, 'ms', [what, 'ssh HOST true']),
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
