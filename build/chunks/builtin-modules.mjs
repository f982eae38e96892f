/**
 * Takes what is built into Node as it is, where a bundle would import it. For an import Node
 * reads all that such a module has, and loads with it what nobody asked for: of `node:http`
 * that is undici, of `node:process` what talks with terminals.
 */
export function takeBuiltinModules(text) {
	return text.replaceAll(builtinImport, (_, whole, all, some, id) =>
		[
			...[whole, all].filter(Boolean).map(name => `const ${name}=require("${id}");`),
			...(some ? [`const{${some.replaceAll(' as ', ':')}}=require("${id}");`] : []),
		].join(''),
	);
}

/** As a minified bundle has it: `import a,{b as c}from"node:d";`. */
const builtinImport =
	/import ?([\w$]+)?,?(?:\*as ([\w$]+)|\{([^{}]*)\})? ?from"(node:[\w/]+)";/g;
