import type {Campus} from '../campus.js';
import type {Certificate} from '../certificates.js';
import {startService} from '../services/service.js';
import {nginx} from '../services/web.js';
import {addAddress} from './network.js';

export type Site = {
	/** One that nobody has. */
	readonly address: string;
	/** What nginx does on it, in its own words. */
	readonly directives: string;
	/** Without one it speaks in clear. */
	readonly certificate?: Certificate;
	/** 443 with a certificate, 80 without, unless told. */
	readonly port?: number;
};

/** Starts nginx for one web site. */
export async function startSite(
	{hosts: {web}}: Campus,
	{address, directives, certificate, port = certificate ? 443 : 80}: Site,
): Promise<void> {
	await addAddress(web, address);
	const folder = `/run/campus/${address}`;
	const [certificateFile, keyFile] = [`${folder}/certificate.pem`, `${folder}/key.pem`];
	const tls = certificate
		? `ssl_certificate ${certificateFile}; ssl_certificate_key ${keyFile};`
		: '';
	const server = `server {
		listen ${address}:${port} ${certificate ? 'ssl' : ''};
		${tls}
		${directives}
	}`;
	const files = certificate && {
		[certificateFile]: certificate.certificate,
		[keyFile]: certificate.key,
	};
	const question = {protocol: 'tcp', port, address} as const;
	await startService(nginx(folder, server, files ?? {}, question), web);
}
