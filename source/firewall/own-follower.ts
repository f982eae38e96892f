import {resolve} from 'node:path';
import type {RunCommand} from '../host/command.js';
import type {OwnCommand} from '../host/own-command.js';
import {pathsFor} from '../host/paths.js';
import {late} from '../late.js';
import {type FollowerService, followerService} from '../names/follower-service.js';
import {namesUnitName} from './unit-names.js';

export type OwnFollowerOptions = {
	/** `/`, or the prefix of our paths. */
	readonly root: string;
	/** How this program is started. */
	readonly own: OwnCommand;
	readonly command: RunCommand;
};

const loadUnits = late(() => import('./install-boot-units.js'));

/** Whoever follows the names in the rules of this server. */
export function ownFollower({root, own, command}: OwnFollowerOptions): FollowerService {
	return followerService({
		paths: pathsFor(root, true, {}),
		root: resolve(root) === '/' ? undefined : root,
		own,
		command,
		unit: namesUnitName,
		async installUnit() {
			const {installNamesUnit} = await loadUnits();
			await installNamesUnit(root, own);
		},
	});
}
