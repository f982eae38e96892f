import {encode} from 'uqr';

/** Rows of modules from the top, each from the left; true for the dark ones. */
export type QrCode = ReadonlyArray<readonly boolean[]>;

/** How many bytes a code of each version takes, from 1 on (ISO/IEC 18004, level L). */
const bytes = [
	...[17, 32, 53, 78, 106, 134, 154, 192, 230, 271],
	...[321, 367, 425, 458, 520, 586, 644, 718, 792, 858],
];

/** Smaller ones would take too many for a few lines. */
const smallest = 3;

/** Modules that stay light around a code. The standard asks for 4; cameras read it by 2. */
export const quietModules = 2;

/** The largest version that fits so many modules, with the light ones around it. */
export function versionFor(modules: number): number | undefined {
	const version = Math.floor((modules - 2 * quietModules - 17) / 4);
	return version < smallest ? undefined : Math.min(version, bytes.length);
}

/**
 * Lines shared out among as few codes as take them. Each says which of them it is, so that
 * they can be put together in any order.
 */
export function qrTexts(lines: readonly string[], version: number): readonly string[] {
	const room = (bytes[version - 1] ?? 0) - '99/99\n'.length;
	const parts: string[] = [];
	for (const line of lines.map(each => each.slice(0, room))) {
		const longer = `${parts.at(-1) ?? ''}\n${line}`;
		if (parts.length === 0 || longer.length > room) {
			parts.push(line);
		} else {
			parts[parts.length - 1] = longer;
		}
	}

	return parts.length === 1
		? parts
		: parts.map((part, index) => `${index + 1}/${parts.length}\n${part}`);
}

/** A text of ASCII as a code of at most this version, with the light modules around it. */
export function qrCodeOf(text: string, version: number): QrCode {
	return encode(text, {
		ecc: 'L',
		boostEcc: true,
		maxVersion: version,
		border: quietModules,
	}).data;
}
