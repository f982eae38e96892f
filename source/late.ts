const loaders: Array<() => Promise<unknown>> = [];

/** A module that most runs do not need: loaded when it is, which takes its time only then. */
export function late<Module>(load: () => Promise<Module>): () => Promise<Module> {
	loaders.push(load);
	return load;
}

/**
 * Loads them all, for whoever is about to wait: by the time that it goes on, the files of
 * this program may be those of another version.
 */
export async function loadLateOnes(): Promise<void> {
	// What is loaded may bring others that it would load late.
	for (const load of loaders) {
		await load();
	}
}
