/** The licences of everything that is inside of the executable, one after the other. */
export function thirdPartyLicenses(parts) {
	const chapters = parts.map(
		({name, version, license, text}) =>
			`${rule}\n${name} ${version} (${license})\n${rule}\n\n${text}\n`,
	);
	return [introduction, ...chapters].join('\n');
}

const rule = '-'.repeat(78);

const introduction = `The program analytics-setup contains the following software, under these licences.
`;
