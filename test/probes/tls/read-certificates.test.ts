import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, type TestContext, test} from 'node:test';
import {createServer} from 'node:tls';
import {startTls} from '../../../source/probes/tls/start-tls.js';
import type {TlsEstablished} from '../../../source/probes/tls/tls-seen.js';
import {serve, visit} from '../loopback.js';
import {type CertificateRequest, makeCertificate} from './certificates.js';

let folder: string;
before(async () => {
	folder = await mkdtemp(join(tmpdir(), 'read-certificates-'));
});
after(() => rm(folder, {recursive: true}));

/** What is seen of a server that shows such a certificate, which it has signed itself. */
async function read(
	context: TestContext,
	request: CertificateRequest,
): Promise<TlsEstablished> {
	const {certificate: cert, key} = await makeCertificate(folder, request);
	const port = await serve(context, createServer({cert, key}));
	const {signal} = new AbortController();
	const stream = await visit(context, port);
	const {seen} = await startTls(stream, {host: 'localhost', signal});
	assert.ok(seen.outcome === 'established', JSON.stringify(seen));
	return seen;
}

test('a certificate is told by its name, its dates and the names that it is for', async context => {
	const {certificates, names} = await read(context, {
		subject: '/O=University/CN=smtp.uni.edu',
		names: ['DNS:smtp.uni.edu', 'DNS:*.uni.edu', 'IP:10.61.0.25'],
		...{from: 2026, until: 2027},
	});
	assert.deepEqual(names, ['smtp.uni.edu', '*.uni.edu', '10.61.0.25']);
	const [{fingerprint = '', ...rest} = {}] = certificates;
	assert.deepEqual(rest, {
		...{subject: 'smtp.uni.edu', issuer: 'smtp.uni.edu'},
		issuerOrganisation: 'University',
		validFrom: '2026-01-01T00:00:00.000Z',
		validTo: '2027-01-01T00:00:00.000Z',
	});
	assert.match(fingerprint, /^(?:[\dA-F]{2}:){31}[\dA-F]{2}$/);
});

for (const [subject, called, organisation] of [
	['/OU=Filter/O=University', 'Filter', 'University'],
	['/O=University', 'University', 'University'],
	['/', 'without a name', ''],
	['/CN=one/CN=two', 'one, two', ''],
	['/O=Trust, Inc./CN=Trust CA', 'Trust CA', 'Trust, Inc.'],
] as const) {
	test(`the name "${subject}" is told as "${called}"`, async context => {
		const {certificates} = await read(context, {subject});
		assert.equal(certificates[0]?.issuer, called);
		assert.equal(certificates[0]?.subject, called);
		assert.equal(certificates[0]?.issuerOrganisation, organisation);
	});
}

test('a certificate without alternative names is for none of them', async context => {
	const {names, isOtherName} = await read(context, {subject: '/CN=elsewhere'});
	assert.deepEqual(names, []);
	assert.equal(isOtherName, true);
});

test('terminal escapes in a name stay in the certificate', async context => {
	const {certificates} = await read(context, {
		subject: '/O=\u001B]0;owned\u0007University/CN=\u001B[2J\u202Ename\u200B\r\n',
	});
	const [{subject, issuer, issuerOrganisation} = {subject: ''}] = certificates;
	assert.deepEqual([subject, issuer, issuerOrganisation], ['name', 'name', 'University']);
});

test('a name cannot be endless, nor the list of names', async context => {
	const {certificates, names} = await read(context, {
		subject: `/CN=${'n'.repeat(64)}/CN=${'m'.repeat(64)}`,
		names: Array.from({length: 200}, (_, index) => `DNS:${index}.uni.edu`),
	});
	assert.ok((certificates[0]?.subject.length ?? 0) <= 101);
	assert.equal(names.length, 10);
});

test('a long chain is read to its tenth certificate', async context => {
	const issuers = [await makeCertificate(folder, {subject: '/CN=0', isAuthority: true})];
	for (let depth = 1; depth < 14; depth += 1) {
		const issuer = issuers[0] ?? assert.fail();
		const subject = `/CN=${depth}`;
		issuers.unshift(await makeCertificate(folder, {subject, issuer, isAuthority: true}));
	}

	const [leaf = assert.fail()] = issuers;
	const cert = issuers.map(({certificate}) => certificate).join('');
	const port = await serve(context, createServer({cert, key: leaf.key}));
	const {signal} = new AbortController();
	const stream = await visit(context, port);
	const {seen} = await startTls(stream, {host: 'localhost', signal});
	assert.ok(seen.outcome === 'established', JSON.stringify(seen));
	assert.equal(seen.certificates.length, 10);
});
