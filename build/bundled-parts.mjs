/**
 * What a package says of the parts that are inside its program, by the program's bill of
 * materials (CycloneDX): all their licences, and what is bundled, as Fedora asks for it.
 */
export function bundledParts({components}) {
	const parts = components.flatMap(part => [part, ...(part.components ?? [])]);
	const licences = new Set(['MIT', ...parts.flatMap(licencesOf), ...inNode]);
	return {
		licences: [...licences].join(' AND '),
		provides: parts
			.map(part => `bundled(${nameOf(part)}) = ${versionOf(part)}`)
			.toSorted()
			.join(', '),
	};
}

/** The parts of Node.js have theirs in its LICENSE only: OpenSSL, V8, ICU, zlib and SQLite. */
const inNode = ['Apache-2.0', 'BSD-3-Clause', 'Unicode-3.0', 'Zlib', 'blessing'];

function licencesOf({licenses = []}) {
	return licenses
		.map(({expression, license}) => expression ?? license.id ?? license.name)
		.map(text => (text.includes(' OR ') ? `(${text})` : text));
}

function nameOf({group, name, purl = ''}) {
	const whole = group === undefined ? name : `${group}/${name}`;
	return purl.startsWith('pkg:npm/') ? `nodejs-${whole}` : whole;
}

/** A dash may not be in a version, and a tilde would mean what comes before it. */
function versionOf({version}) {
	return version.replaceAll('-', '.');
}
