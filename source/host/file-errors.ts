/** The `code` of a Node.js error. */
export function codeOf(error: unknown): string | undefined {
	return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

const reasons: ReadonlyMap<string, string> = new Map([
	['EACCES', 'permission denied'],
	['EISDIR', 'it is a folder'],
	['ENOENT', 'it does not exist'],
	['ENOSPC', 'the disk is full'],
	['EROFS', 'the disk is read-only'],
]);

/** Why a file could not be read or written, in a few words. */
export function reasonOf(error: unknown): string {
	const code = codeOf(error) ?? '';
	return reasons.get(code) ?? (error instanceof Error ? error.message : String(error));
}
