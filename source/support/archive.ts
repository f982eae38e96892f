import {promisify} from 'node:util';
import {gzip} from 'node:zlib';
import {packTar} from 'modern-tar';
import {type About, indexAsJson, indexPage} from './bundle-index.js';
import type {CollectedItem} from './collect-item.js';

/** `analytics-setup-evidence-analytics.uni.edu-2026-11-26T1402` */
export function folderName(hostname: string, moment: string): string {
	const host = hostname.replaceAll(/[^\w.-]/g, '-').slice(0, 100);
	return `analytics-setup-evidence-${host}-${moment.slice(0, 16).replace(':', '')}`;
}

/** The same items at the same moment are the same archive. */
export async function archiveOf(
	items: readonly CollectedItem[],
	about: About & {readonly folder: string},
): Promise<Uint8Array> {
	const mtime = new Date(about.moment);
	const files = [
		{name: 'index.html', text: indexPage(items, about)},
		{name: 'index.json', text: indexAsJson(items, about)},
		...items,
	];
	const names = files.map(({name}) => `${about.folder}/${name}`);
	const folders = new Set(names.flatMap(foldersOf));
	const archive = await packTar([
		...[...folders].map(name => ({
			header: {name, type: 'directory' as const, size: 0, mode: 0o700, mtime},
		})),
		...files.map(({text}, index) => {
			const body = new TextEncoder().encode(text);
			const name = names[index] ?? '';
			return {header: {name, size: body.length, mode: 0o600, mtime}, body};
		}),
	]);
	return promisify(gzip)(archive);
}

/** `a/b/c.txt` stands in `a/` and `a/b/`. */
function foldersOf(name: string): readonly string[] {
	const parts = name.split('/').slice(0, -1);
	return parts.map((_, index) => `${parts.slice(0, index + 1).join('/')}/`);
}
