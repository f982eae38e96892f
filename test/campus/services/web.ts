import type {Certificates} from '../certificates.js';
import type {ServicePlan} from './service.js';

const config = `
daemon off;
master_process off;
pid /run/campus/nginx.pid;
error_log stderr;
events {}
http {
	access_log off;
	default_type text/plain;
	server {
		listen 80;
		listen [::]:80;
		listen 443 ssl;
		listen [::]:443 ssl;
		ssl_certificate /run/campus/certificate.pem;
		ssl_certificate_key /run/campus/key.pem;
		return 200 "This is $host\\n";
	}
}
`;

/** nginx: every web site of the zone, in clear and with TLS. */
export const web = ({certificate, key}: Certificates): ServicePlan => ({
	host: 'web',
	command: ['nginx', '-e', 'stderr', '-c', '/run/campus/nginx.conf'],
	files: {
		'/run/campus/nginx.conf': config,
		'/run/campus/certificate.pem': certificate,
		'/run/campus/key.pem': key,
	},
	question: {protocol: 'tcp', port: 443},
});
