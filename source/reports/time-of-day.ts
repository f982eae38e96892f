/** `14:02:11`, by the clock on the wall. */
export function timeOfDay(milliseconds: number): string {
	const time = new Date(milliseconds);
	return [time.getHours(), time.getMinutes(), time.getSeconds()]
		.map(part => String(part).padStart(2, '0'))
		.join(':');
}
