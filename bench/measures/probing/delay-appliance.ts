import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import type {Campus} from '../../../test/campus/campus.js';
import {runOn} from '../../../test/campus/faults/run-on.js';
import {rewire} from '../../../test/campus/wiring.js';

/**
 * Lets everything that the appliance says or hears take a while, so that a round trip to any
 * other host takes so many milliseconds. The cable ends with the campus.
 */
export async function delayAppliance(
	{router, hosts: {appliance}}: Campus,
	roundTrip: number,
): Promise<void> {
	await rewire(router, appliance, 'appliance', async () => {
		const [file, arguments_] = router.enter('python3', [
			'bench/measures/probing/delayed-cable.py',
			String(roundTrip / 2 / 1000),
			...['appliance', 'far-end'],
		]);
		const cable = spawn(file, arguments_, {stdio: ['ignore', 'pipe', 'inherit']});
		cable.unref();
		await once(createInterface(cable.stdout), 'line');
		const netns = String(appliance.pid);
		const move = [
			'ip',
			'link',
			'set',
			'far-end',
			'netns',
			netns,
			'name',
			'eth0',
		] as const;
		await runOn(router, move);
	});
}
