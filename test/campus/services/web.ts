import type {Certificates} from '../certificates.js';
import {hostPlans} from '../hosts.js';
import type {ServicePlan} from './service.js';

/** nginx, with its servers in its own words, and whatever files they name in a folder. */
export function nginx(
	folder: string,
	servers: string,
	files: ServicePlan['files'],
	question: ServicePlan['question'],
): ServicePlan {
	const config = `
		user root;
		daemon off;
		master_process off;
		pid ${folder}/nginx.pid;
		error_log stderr;
		events {}
		http {
			access_log off;
			default_type text/plain;
			${servers}
		}
	`;
	return {
		host: 'web',
		command: ['nginx', '-e', 'stderr', '-c', `${folder}/nginx.conf`],
		files: {[`${folder}/nginx.conf`]: config, ...files},
		question,
	};
}

const folder = '/run/campus';
const [ipv4, ipv6] = hostPlans.web.addresses;

const everySite = `
	server {
		listen ${ipv4}:80;
		listen [${ipv6}]:80;
		listen ${ipv4}:443 ssl;
		listen [${ipv6}]:443 ssl;
		ssl_certificate ${folder}/certificate.pem;
		ssl_certificate_key ${folder}/key.pem;
		return 200 "This is $host\\n";
	}
`;

/** Every web site of the zone, in clear and with TLS. */
export const web = ({certificate, key}: Certificates): ServicePlan =>
	nginx(
		folder,
		everySite,
		{[`${folder}/certificate.pem`]: certificate, [`${folder}/key.pem`]: key},
		{protocol: 'tcp', port: 443, address: ipv4},
	);
