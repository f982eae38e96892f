import type {Secret} from './secret.js';

const known = new Map<string, Secret>();

/** Has a secret that this process came to know left out of whatever it tells from now on. */
export function rememberSecret(secret: Secret): void {
	known.set(JSON.stringify([secret.user, secret.value]), secret);
}

export function knownSecrets(): readonly Secret[] {
	return [...known.values()];
}
