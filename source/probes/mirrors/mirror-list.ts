/** So many hosts of a list are of interest, and so long an address. */
const mostHosts = 20;
const longest = 500;

/**
 * The files that a list of mirrors says to fetch first, one for each host, in the order in
 * which dnf takes them: a metalink (RFC 5854, with preferences) names the file, a mirror list
 * the folder of the repository. Empty where a text is neither.
 */
export function mirrorsIn(text: string): readonly string[] {
	const files = text.includes('<metalink') ? filesInMetalink(text) : filesInList(text);
	const byHost = Map.groupBy(
		files.flatMap(file => webAddress(file) ?? []),
		({host}) => host,
	);
	return [...byHost.values()]
		.flatMap(([first]) => (first === undefined ? [] : [first.href]))
		.filter(({length}) => length <= longest)
		.slice(0, mostHosts);
}

function filesInMetalink(text: string): readonly string[] {
	return [...text.matchAll(/<url\b([^>]*)>\s*([^<\s]+)\s*<\/url>/g)]
		.map(([, attributes = '', address = '']) => ({
			address: address.replaceAll('&amp;', '&'),
			preference: Number(/\bpreference="(\d+)"/.exec(attributes)?.[1] ?? 0),
		}))
		.toSorted((a, b) => b.preference - a.preference)
		.map(({address}) => address);
}

function filesInList(text: string): readonly string[] {
	return text
		.split('\n')
		.map(line => line.trim())
		.filter(line => /^https?:\/\/\S+$/.test(line))
		.map(line => `${line.replace(/\/$/, '')}/repodata/repomd.xml`);
}

/** Mirrors by rsync and FTP stand in such lists too. */
function webAddress(text: string): URL | undefined {
	const url = URL.parse(text);
	return url !== null && /^https?:$/.test(url.protocol) && url.username === ''
		? url
		: undefined;
}
