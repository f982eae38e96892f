import {askServers} from './ask-servers.js';
import type {FollowContext} from './follow-names.js';
import type {NamesReport} from './followed-name.js';
import {openKnownNames} from './known-names.js';
import {askFollower} from './names-link.js';

/** How often each server is asked: nobody hands on answers. */
const times = 3;

/**
 * Looks every name up now: has whoever follows them do it, and does it here where nobody is
 * there.
 */
export async function refreshNames(
	context: Pick<
		FollowContext,
		'folders' | 'command' | 'bounds' | 'readSources' | 'askDirectly'
	>,
): Promise<NamesReport> {
	const report = await askFollower(context.folders.run, 'refresh');
	return report ?? refreshHere(context);
}

async function refreshHere(
	context: Parameters<typeof refreshNames>[0],
): Promise<NamesReport> {
	const sources = await context.readSources();
	const {follower, told, save} = await openKnownNames(context, name =>
		askServers(name, sources, {ask: context.askDirectly, times}),
	);
	await follower.takeUp();
	await follower.refresh();
	await save();
	return {
		way: 'asking',
		because: 'The service that follows the names is not running.',
		names: told(),
	};
}
