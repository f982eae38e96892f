import {execFile} from 'node:child_process';
import {mkdtemp, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';

const run = promisify(execFile);

/** A certificate and its key, as PEM. */
export type Certificate = {readonly certificate: string; readonly key: string};

export type CertificateRequest = {
	/** As OpenSSL writes it: `/O=Campus/CN=localhost`. */
	readonly subject: string;
	/** As OpenSSL writes them: `DNS:localhost`. */
	readonly names?: readonly string[];
	/** The years at whose beginning it begins and ends; this one lies between them. */
	readonly from?: number;
	readonly until?: number;
	readonly isAuthority?: boolean;
	/** Who signs it; itself unless told. */
	readonly issuer?: Certificate;
	/** A new one unless told. */
	readonly key?: string;
	/** Other extensions, as OpenSSL writes them. */
	readonly extensions?: readonly string[];
};

/** Takes the name and the extensions as they are asked for. */
const configuration = (folder: string) => `
[ca]
default_ca = any
[any]
database = ${folder}/index
new_certs_dir = ${folder}
rand_serial = yes
default_md = sha256
policy = all
copy_extensions = copy
[all]
`;

/** Makes a certificate with OpenSSL. @param place a folder for what that leaves behind */
export async function makeCertificate(
	place: string,
	{subject, names = [], from = 2020, until = 2040, ...request}: CertificateRequest,
): Promise<Certificate> {
	const folder = await mkdtemp(join(place, 'certificate-'));
	const at = (name: string) => join(folder, name);
	const openssl = (...arguments_: readonly string[]) => run('openssl', arguments_);
	await writeFile(at('configuration'), configuration(folder));
	await writeFile(at('index'), '');
	if (request.key === undefined) {
		const curve = ['-pkeyopt', 'ec_paramgen_curve:P-256'];
		await openssl('genpkey', '-algorithm', 'EC', ...curve, '-out', at('key'));
	} else {
		await writeFile(at('key'), request.key);
	}

	const {issuer} = request;
	if (issuer !== undefined) {
		await writeFile(at('issuer'), issuer.certificate);
		await writeFile(at('issuer-key'), issuer.key);
	}

	const extensions = [
		`basicConstraints=critical,CA:${request.isAuthority === true}`,
		...(names.length === 0 ? [] : [`subjectAltName=${names.join(',')}`]),
		...(request.extensions ?? []),
	];
	await openssl(
		...['req', '-new', '-utf8', '-key', at('key'), '-out', at('request')],
		...['-subj', subject, ...extensions.flatMap(each => ['-addext', each])],
	);
	await openssl(
		...['ca', '-batch', '-notext', '-preserveDN', '-config', at('configuration')],
		...(issuer === undefined
			? ['-selfsign', '-keyfile', at('key')]
			: ['-cert', at('issuer'), '-keyfile', at('issuer-key')]),
		...['-startdate', `${from}0101000000Z`, '-enddate', `${until}0101000000Z`],
		...['-in', at('request'), '-out', at('certificate')],
	);
	const [certificate, key] = await Promise.all(
		[at('certificate'), at('key')].map(path => readFile(path, 'utf8')),
	);
	return {certificate: certificate ?? '', key: key ?? ''};
}
