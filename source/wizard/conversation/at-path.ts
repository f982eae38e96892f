/** Whether the path of an answer is that of a field, or of an entry of its list. */
export function isAt(field: string, path: string): boolean {
	return path === field || path.startsWith(`${field}[`);
}
