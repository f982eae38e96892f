import type {Paths} from '../host/paths.js';
import type {NamesReport} from './followed-name.js';
import type {FollowerService} from './follower-service.js';

/** The names in the rules of this server. */
export type Names = {
	/** What is known of them; undefined where nobody follows names. */
	readonly report: () => Promise<NamesReport | undefined>;
	/** Looks all of them up now. */
	readonly refresh: () => Promise<NamesReport>;
};

export function namesOn({report}: Pick<FollowerService, 'report'>, paths: Paths): Names {
	return {
		report,
		async refresh() {
			// Only one command needs what talks with the DNS.
			const [{refreshNames}, {followContext}] = await Promise.all([
				import('./refresh-names.js'),
				import('./follow-context.js'),
			]);
			return refreshNames(followContext(paths));
		},
	};
}
