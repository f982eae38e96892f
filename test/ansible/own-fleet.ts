import {after, before} from 'node:test';
import {type Controller, openController} from './controller.js';
import {type Fleet, openFleet} from './fleet.js';

/** Opens a fleet before the tests of a suite, sets up its controller, and closes it after. */
export function ownFleet() {
	let fleet: Fleet;
	let controller: Controller;
	before(async () => {
		fleet = await openFleet();
		controller = await openController(fleet);
	});
	after(() => fleet.close());
	return {
		fleet: () => fleet,
		run: (...words: Parameters<Controller['run']>) => controller.run(...words),
		play: (...play: Parameters<Controller['play']>) => controller.play(...play),
	};
}
