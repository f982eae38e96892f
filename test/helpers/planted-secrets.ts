import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {gunzipSync} from 'node:zlib';

/** A secret that a test has put somewhere. */
export type PlantedSecret = {readonly value: string; readonly user?: string};

/** All that tests plant: searched for once more in what the whole run leaves behind. */
export const plantedSecrets = {
	inEnvironment: {user: 'looker', value: `Env"ir0n&m'ent 1`},
	typed: {user: 'looker', value: 'Ty\\ped/over+fd?2'},
	inUrl: {user: 'bob', value: 'Url3p@ss#word'},
	logged: {user: 'alerts', value: 'L0gged-in-clear'},
	inVariable: {user: 'looker', value: 'Sql-in-a-variable+1'},
	inFile: {user: 'alerts', value: 'Mail/in\\a"file 2'},
	inInventory: {user: 'looker', value: 'Sql-in-an=inventory;3'},
	ofProxy: {user: 'analytics', value: 's3cretPassphrase'},
	ofLogin: {value: 'Tr0ub4dor&3'},
} as const satisfies Readonly<Record<string, PlantedSecret>>;

/**
 * The forms in which a planted secret could come out. Written apart from those of the
 * program, which are what is tested.
 */
export function formsOf({value, user = 'looker'}: PlantedSecret): readonly string[] {
	const base64 = (text: string) =>
		Buffer.from(text).toString('base64').replaceAll('=', '');
	const json = JSON.stringify(value).slice(1, -1);
	const forms = [
		value,
		json,
		JSON.stringify(json).slice(1, -1),
		encodeURIComponent(value),
		encodeURIComponent(value).replaceAll(/%../g, code => code.toLowerCase()),
		new URLSearchParams({value}).toString().slice('value='.length),
		Buffer.from(value).toString('hex'),
		Buffer.from(value).toString('hex').toUpperCase(),
		value.replaceAll('&', '&amp;'),
		base64(value),
		base64(`${user}:${value}`),
		base64(`\0${user}\0${value}`),
		Buffer.from(value, 'utf16le').toString('latin1'),
	];
	return [...new Set(forms)];
}

/** Fails where one of the texts has a secret in it, and says which and where. */
export function assertNonePlanted(
	secrets: readonly PlantedSecret[],
	texts: ReadonlyMap<string, string>,
): void {
	assert.deepEqual(findPlanted(secrets, texts), []);
}

/** Which secrets are in which of the texts, a line each. */
export function findPlanted(
	secrets: readonly PlantedSecret[],
	texts: ReadonlyMap<string, string>,
): readonly string[] {
	return [...texts].flatMap(([name, text]) =>
		secrets.flatMap(secret =>
			formsOf(secret)
				.filter(form => text.includes(form))
				.map(form => `${name}: ${form}, of ${secret.value}`),
		),
	);
}

/** Every file below a folder, by its path; what is compressed also as it is without that. */
export async function textsBelow(folder: string): Promise<ReadonlyMap<string, string>> {
	const entries = await readdir(folder, {recursive: true, withFileTypes: true});
	const files = entries
		.filter(entry => entry.isFile())
		.map(entry => join(entry.parentPath, entry.name));
	const read = await Promise.all(
		files.map(async path => [path, textOf(path, await readIfThere(path))] as const),
	);
	return new Map(read);
}

/** Some files go away while others are read. */
async function readIfThere(path: string): Promise<Buffer> {
	try {
		return await readFile(path);
	} catch (error) {
		if (Reflect.get(Object(error), 'code') === 'ENOENT') {
			return Buffer.alloc(0);
		}

		throw error;
	}
}

/** Bytes as they are, so that forms which are no UTF-8 are found too. */
function textOf(path: string, content: Buffer): string {
	return (path.endsWith('.gz') ? unzipped(content) : content).toString('latin1');
}

/** An archive that was cut short, or is none, is searched as it is. */
function unzipped(content: Buffer): Buffer {
	try {
		return gunzipSync(content);
	} catch {
		return content;
	}
}

/** What stands in the command lines of all processes until it is stopped. */
export function watchCommandLines(): {readonly stop: () => Promise<string>} {
	const seen = new Set<string>();
	let isOver = false;
	const look = async () => {
		while (!isOver) {
			const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name));
			const lines = await Promise.all(
				pids.map(pid => readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '')),
			);
			for (const line of lines) {
				seen.add(line);
			}
		}
	};
	const looking = look();
	return {
		async stop() {
			isOver = true;
			await looking;
			return [...seen].join('\n');
		},
	};
}
