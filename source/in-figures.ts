/**
 * A count as people read it: `1,000,000`. By hand, as `Intl` needs 7 MB of memory for the
 * first one.
 */
export function inFigures(count: number | bigint): string {
	return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
