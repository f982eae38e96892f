/** Files as a sentence names them: `base.yaml, site.yaml and host.yaml`. */
export function namesOf(paths: readonly string[]): string {
	return new Intl.ListFormat('en-GB').format(paths);
}
