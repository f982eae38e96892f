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
