import process from 'node:process';
import type {Certificates} from '../certificates.js';
import {hostPlans} from '../hosts.js';
import type {ServicePlan} from './service.js';

/** A real SMTP server with STARTTLS, which takes every message and keeps none. */
export const mail = ({certificate, key}: Certificates, program: string): ServicePlan => ({
	host: 'mail',
	command: [process.execPath, '-', 'mail-server', ...hostPlans.mail.addresses],
	input: program,
	files: {
		'/run/campus/certificate.pem': certificate,
		'/run/campus/key.pem': key,
	},
	question: {protocol: 'tcp', port: 587, address: hostPlans.mail.addresses[0]},
});
