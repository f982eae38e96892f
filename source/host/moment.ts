/**
 * A moment for people, to the minute: `2026-11-22 14:02 UTC`.
 *
 * @param iso ISO 8601, UTC
 */
export function formatMoment(iso: string): string {
	return `${iso.replace('T', ' ').slice(0, 16)} UTC`;
}
