import assert from 'node:assert/strict';
import {once} from 'node:events';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {after, before, test} from 'node:test';
import {createServer, type Server} from 'node:tls';
import {execa} from 'execa';
import {judgeTls} from '../../../source/probes/tls/judge-tls.js';
import {
	type Certificate,
	type CertificateRequest,
	makeCertificate,
} from './certificates.js';
import type {Handshakes} from './handshake-program.js';

const host = 'localhost';
const own = {subject: `/CN=${host}`, names: [`DNS:${host}`]};

type Wanted = Omit<CertificateRequest, 'issuer' | 'key'> & {
	readonly issuer?: string;
	readonly keyOf?: string;
};

/** Each is made after those before it. */
const wanted: Readonly<Record<string, Wanted>> = {
	// The program knows this one as Node.js does a public authority…
	public: {subject: '/O=Public Trust, Inc./CN=Public CA', isAuthority: true},
	// …and this one as the store of its system does.
	site: {subject: '/O=University/CN=Filter CA', isAuthority: true},
	unknown: {subject: '/O=Old Trust/CN=Old CA', isAuthority: true},
	forger: {subject: '/O=Public Trust, Inc./CN=Public CA', isAuthority: true},
	crossSigned: {
		...{subject: '/O=Public Trust, Inc./CN=Public CA', isAuthority: true},
		...{issuer: 'unknown', keyOf: 'public'},
	},
	middle: {
		...{subject: '/O=Public Trust, Inc./CN=Middle CA', isAuthority: true},
		issuer: 'public',
	},
	good: {...own, issuer: 'middle'},
	// Its authorities stand under "Internet Security Research Group".
	otherHouse: {
		...{subject: "/C=US/O=Let's Encrypt/CN=R99", isAuthority: true},
		issuer: 'unknown',
	},
	byOtherHouse: {...own, issuer: 'otherHouse'},
	direct: {...own, issuer: 'public'},
	expired: {...own, issuer: 'middle', until: 2021},
	early: {...own, issuer: 'middle', from: 2039},
	otherName: {...own, issuer: 'middle', names: ['DNS:www.uni.edu', 'DNS:uni.edu']},
	bySite: {...own, issuer: 'site'},
	expiredBySite: {...own, issuer: 'site', until: 2021},
	byUnknown: {...own, issuer: 'unknown'},
	expiredByUnknown: {...own, issuer: 'unknown', until: 2021},
	forged: {...own, issuer: 'forger'},
	forgedQuietly: {...own, issuer: 'forger', extensions: ['authorityKeyIdentifier=none']},
	selfSigned: own,
	expiredSelfSigned: {...own, until: 2021},
};

const chains = [
	['a public authority', ['good', 'middle'], 'public', null, null],
	['a public authority that is sent too', ['direct', 'public'], 'public', null, null],
	// Many public ones are signed by an older one as well, and sent like that.
	[
		'a public authority that an unknown one has signed as well',
		...[['good', 'middle', 'crossSigned'], 'public', null, null],
	],
	['such an authority itself', ...[['direct', 'crossSigned'], 'public', null, null]],
	[
		'the authority of a filter that the system trusts',
		...[['bySite'], 'site', 'tls.intercepted-trusted', null],
	],
	[
		'an authority that nobody knows',
		...[['byUnknown', 'unknown'], 'none', 'tls.intercepted', 'tls.untrusted'],
	],
	[
		'an authority that nobody knows and that is not sent',
		...[['byUnknown'], 'none', 'tls.intercepted', 'tls.untrusted'],
	],
	[
		'a public authority whose link to it is missing',
		...[['good'], 'none', 'tls.incomplete-chain', 'tls.incomplete-chain'],
	],
	[
		'a public authority of another name whose link to it is missing',
		...[['byOtherHouse'], 'none', 'tls.incomplete-chain', 'tls.incomplete-chain'],
	],
	[
		'somebody who only takes the name of a public authority',
		...[['forged', 'public'], 'none', 'tls.intercepted', 'tls.untrusted'],
	],
	[
		'somebody who takes the name and hides the key',
		...[['forgedQuietly', 'public'], 'none', 'tls.intercepted', 'tls.untrusted'],
	],
	[
		'a public authority, for the past',
		...[['expired', 'middle'], 'public', 'tls.expired', 'tls.expired'],
	],
	[
		'a public authority, for the past and without the link',
		...[['expired'], 'none', 'tls.expired', 'tls.expired'],
	],
	[
		'a public authority, for the future',
		...[['early', 'middle'], 'public', 'tls.not-yet-valid', 'tls.not-yet-valid'],
	],
	[
		'a public authority, for another name',
		...[['otherName', 'middle'], 'public', 'tls.wrong-name', 'tls.wrong-name'],
	],
	[
		'a filter that the system trusts, for the past',
		...[['expiredBySite'], 'site', 'tls.intercepted', 'tls.expired'],
	],
	[
		'an authority that nobody knows, for the past',
		...[['expiredByUnknown'], 'none', 'tls.intercepted', 'tls.expired'],
	],
	['itself', ['selfSigned'], 'none', 'tls.self-signed', 'tls.self-signed'],
	[
		'itself, for the past',
		...[['expiredSelfSigned'], 'none', 'tls.expired', 'tls.expired'],
	],
] as const;

const servers: Server[] = [];
let folder: string;
let seen: Handshakes;

before(async () => {
	folder = await mkdtemp(join(tmpdir(), 'authorities-'));
	const made = await makeAll();
	const ports = await Promise.all(
		chains.map(async ([name, links]) => [name, await listen(links, made)] as const),
	);
	const path = (name: string) => join(folder, `${name}.pem`);
	for (const name of ['public', 'site']) {
		await writeFile(path(name), made.get(name)?.certificate ?? '');
	}

	const {stdout} = await execa(
		process.execPath,
		[
			...process.execArgv.filter(argument => argument.startsWith('--import')),
			'test/probes/tls/handshake-program.ts',
			JSON.stringify(Object.fromEntries(ports)),
		],
		{env: {NODE_EXTRA_CA_CERTS: path('public'), SSL_CERT_FILE: path('site')}},
	);
	seen = JSON.parse(stdout);
});
after(async () => {
	for (const server of servers) {
		server.close();
	}

	await rm(folder, {recursive: true});
});

for (const [name, , trust, publicly, onSite] of chains) {
	test(`a certificate signed by ${name} is ${publicly ?? 'good'} on the Internet, ${onSite ?? 'good'} on the site`, () => {
		const found = seen[name];
		assert.ok(found?.outcome === 'established', JSON.stringify(found));
		assert.equal(found.trust, trust);
		assert.equal(judgeTls(found, {host, isPublic: true}).cause, publicly);
		assert.equal(judgeTls(found, {host, isPublic: false}).cause, onSite);
	});
}

async function makeAll(): Promise<ReadonlyMap<string, Certificate>> {
	const made = new Map<string, Certificate>();
	for (const [name, {issuer = '', keyOf = '', ...request}] of Object.entries(wanted)) {
		const by = made.get(issuer);
		const key = made.get(keyOf)?.key;
		made.set(
			name,
			await makeCertificate(folder, {
				...request,
				...(by === undefined ? {} : {issuer: by}),
				...(key === undefined ? {} : {key}),
			}),
		);
	}

	return made;
}

async function listen(
	links: readonly string[],
	made: ReadonlyMap<string, Certificate>,
): Promise<number> {
	const server = createServer({
		cert: links.map(name => made.get(name)?.certificate).join(''),
		key: made.get(links[0] ?? '')?.key,
	});
	servers.push(server);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return (server.address() as AddressInfo).port;
}
