declare module '*/build/asset-modules.mjs' {
	export const assetModule: (path: string) => string;
	export const assetNames: RegExp;
}
