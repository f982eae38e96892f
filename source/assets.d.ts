declare module '*/assets/connections.yaml' {
	const entries: ReadonlyArray<import('./catalogue/connection.js').CatalogueEntry>;
	export default entries;
}

declare module '*.service' {
	const text: string;
	export default text;
}

declare module '*.conf' {
	const text: string;
	export default text;
}

declare module '*.css' {
	const text: string;
	export default text;
}

declare module '*.bash' {
	const text: string;
	export default text;
}

declare module '*.fish' {
	const text: string;
	export default text;
}
