/**
 * What the executable is made of, in the words of CycloneDX 1.6. It has neither a date nor
 * a serial number: the same program has the same bill.
 */
export function billOfMaterials(
	{name, version, description, license},
	runtime,
	packages,
) {
	const main = {
		type: 'application',
		'bom-ref': `${name}@${version}`,
		name,
		version,
		description,
		licenses: licensed(license),
		purl: `pkg:generic/${name}@${version}`,
	};
	const components = [runtimeComponent(runtime), ...packages.map(packageComponent)];
	const inside = components.map(part => part['bom-ref']);
	return {
		$schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
		bomFormat: 'CycloneDX',
		specVersion: '1.6',
		version: 1,
		metadata: {lifecycles: [{phase: 'build'}], component: main},
		components,
		dependencies: [{ref: main['bom-ref'], dependsOn: inside}],
	};
}

function packageComponent({name, version, license, integrity}) {
	const [own, group] = name.split('/').toReversed();
	const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
	return {
		type: 'library',
		'bom-ref': purl,
		...(group === undefined ? {} : {group}),
		name: own,
		version,
		hashes: [hashOf(integrity)],
		licenses: licensed(license),
		purl,
	};
}

/** Node.js, and what it is made of itself: whoever looks for a fault of OpenSSL finds it. */
function runtimeComponent({version, license, distributions, parts}) {
	return {
		type: 'platform',
		'bom-ref': `pkg:generic/node@${version}`,
		name: 'node',
		version,
		licenses: licensed(license),
		cpe: `cpe:2.3:a:nodejs:node.js:${version}:*:*:*:*:*:*:*`,
		purl: `pkg:generic/node@${version}`,
		externalReferences: distributions.map(({name, integrity}) => ({
			type: 'distribution',
			url: `https://registry.npmjs.org/${name}/-/${name}-${version}.tgz`,
			hashes: [hashOf(integrity)],
		})),
		components: Object.entries(parts).map(([name, own]) => ({
			type: 'library',
			'bom-ref': `pkg:generic/node@${version}#${name}`,
			name,
			version: own,
		})),
	};
}

const licensed = id => [{license: {id}}];

/** What npm writes in Base64, this format writes in hexadecimal. */
function hashOf(integrity) {
	const [, content] = /^sha512-(.*)$/.exec(integrity);
	return {alg: 'SHA-512', content: Buffer.from(content, 'base64').toString('hex')};
}
