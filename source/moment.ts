/**
 * A moment for people, to the minute: `2026-11-22 14:02 UTC`.
 *
 * @param iso ISO 8601, UTC
 */
export function formatMoment(iso: string): string {
	return `${iso.replace('T', ' ').slice(0, 16)} UTC`;
}

/**
 * The same for a moment of today: `14:02 UTC`.
 *
 * @param iso ISO 8601, UTC
 */
export function formatTime(iso: string): string {
	return formatMoment(iso).slice(11);
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * How long ago something was: `6 minutes ago`; what is older than a week by its day.
 *
 * @param iso ISO 8601, UTC
 */
export function timeAgo(iso: string, now: number): string {
	const passed = now - Date.parse(iso);
	// The clock may have been put right in between.
	if (passed < 0 || passed >= 7 * day) {
		return `on ${formatMoment(iso)}`;
	}

	const units = [
		[day, 'day'],
		[hour, 'hour'],
		[minute, 'minute'],
	] as const;
	for (const [length, name] of units) {
		const count = Math.floor(passed / length);
		if (count > 0) {
			return count === 1 ? `1 ${name} ago` : `${count} ${name}s ago`;
		}
	}

	return 'just now';
}
