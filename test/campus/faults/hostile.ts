import {makeChain} from '../certificates.js';
import type {HostName} from '../hosts.js';
import type {Conduct} from '../services/mock-peer.js';
import type {Fault} from './fault.js';
import {startPeer} from './peers.js';
import {startSite} from './sites.js';

/** What would clear a screen, name a window, fill a clipboard and colour what follows. */
export const escapes =
	'\u001b[2J\u001b]0;owned\u0007\u001b]52;c;b3duZWQ=\u0007\u009b31m\u007f';

/** A peer that stands in for a name. */
function peerFor(name: string, host: HostName, conduct: Conduct): Fault {
	return {
		name: `hostile words in place of ${name}`,
		async bringAbout(campus) {
			await startPeer(campus, host, conduct);
			return {names: {[name]: [conduct.address]}};
		},
	};
}

const flood = {words: `220-${escapes}`.repeat(1000), manner: 'for ever'} as const;

/** Peers that say escapes without an end, as fast as they can. */
export const floods: readonly Fault[] = [
	peerFor('smtp.uni.edu', 'mail', {address: '10.61.0.131', port: 587, ...flood}),
	peerFor('mssql.uni.edu', 'sql', {address: '10.60.0.131', port: 1433, ...flood}),
	peerFor('cdn.remirepo.net', 'web', {address: '198.51.100.161', port: 80, ...flood}),
	peerFor('bitbucket.org', 'web', {address: '198.51.100.162', port: 443, ...flood}),
];

const hostileAuthority: Fault = {
	name: 'escapes in the name of an authority',
	async bringAbout(campus) {
		const address = '198.51.100.163';
		const certificate = await makeChain(
			campus.hosts.web,
			`Evil ${escapes}CA`,
			'bitbucket.org',
		);
		await startSite(campus, {address, certificate, directives: 'return 200;'});
		return {names: {'bitbucket.org': [address]}};
	},
};

const page = [
	'HTTP/1.1 302 Found',
	`Server: Evil\u009b31mServer`,
	`Location: http://evil.example/\u009b31m`,
	`Content-Type: text/html`,
	'',
	`<title>Evil ${escapes}page</title>\u202e`,
].join('\r\n');

/** Peers with escapes in what a person is shown of them. */
export const escapingPeers: readonly Fault[] = [
	peerFor('smtp.uni.edu', 'mail', {
		...{address: '10.61.0.132', port: 587},
		words: `554 ${escapes}go away\r\n`,
	}),
	peerFor('mssql.uni.edu', 'sql', {
		...{address: '10.60.0.132', port: 1433},
		words: `${escapes}no SQL Server`,
	}),
	peerFor('cdn.remirepo.net', 'web', {
		...{address: '198.51.100.164', port: 80, hangsUp: 'when spoken to'},
		words: page,
	}),
	hostileAuthority,
];
