/** How long and how often, in milliseconds; a test has seconds where a server has hours. */
export type FollowBounds = {
	/**
	 * An address stays permitted for as long as its record may be kept after it was last
	 * told, within these two; half as long again where that saves writing at each look.
	 */
	readonly shortestStay: number;
	readonly longestStay: number;
	/** A name is looked up again once its record may no longer be kept, within these two. */
	readonly shortestPause: number;
	readonly longestPause: number;
	/** How often everything else is looked at: where to ask, and whether to hand on answers. */
	readonly round: number;
	/** How long whoever brings new names waits until they were looked up. */
	readonly patience: number;
	/** Of one name; the address that was told longest ago makes room. */
	readonly mostAddresses: number;
};

const minute = 60_000;
const hour = 60 * minute;

export const usualBounds: FollowBounds = {
	shortestStay: hour,
	longestStay: 24 * hour,
	shortestPause: minute / 2,
	longestPause: hour,
	round: minute,
	patience: 5000,
	mostAddresses: 512,
};

/** How long an address may be used that was told with this TTL, in seconds. */
export function stayOf(ttl: number, {shortestStay, longestStay}: FollowBounds): number {
	return Math.min(longestStay, Math.max(shortestStay, ttl * 1000));
}

/** When to look again at what was told with this TTL, in seconds. */
export function pauseOf(
	ttl: number,
	{shortestPause, longestPause}: FollowBounds,
): number {
	return Math.min(longestPause, Math.max(shortestPause, ttl * 1000));
}
