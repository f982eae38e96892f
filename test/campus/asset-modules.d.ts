declare module '*/build/asset-modules.mjs' {
	export const assetModule: (path: string) => string;
	export const assetNames: RegExp;
}

declare module '*/build/left-out.mjs' {
	export const leftOut: Record<string, string>;
}

declare module '*/build/bundled-packages.mjs' {
	export const checkLicense: (name: string, license: string | undefined) => void;
}

declare module '*/build/lighter/cells.mjs' {
	export const fillsOneCellEach: (text: string) => boolean;
	export const standsByItself: (text: string) => boolean;
}

declare module '*/build/lighter/late-segmenter.mjs' {
	export class LateSegmenter {
		segment(text: string): Intl.Segments;
	}
}
