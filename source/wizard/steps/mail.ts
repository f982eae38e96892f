import {textOf} from '../field.js';
import {loginOf, portOf} from '../field-values.js';
import type {WizardStep} from '../step.js';

export const mail: WizardStep = {
	id: 'mail',
	title: 'Mail',
	question: 'Through which mail relay are alerts sent?',
	explanation:
		"Your own SMTP relay, or smtp.sendgrid.net as in the vendor's list. Port 587 with STARTTLS is the rule; 465 uses TLS from the first byte; 25 is for relays inside.",
	help: [
		'Analytics sends alerts and reports by mail. It does not deliver them itself, but hands them to a relay: your own mail server, or the service SendGrid.',
		'Port 587 with STARTTLS begins in clear and then encrypts; that is the rule today. Port 465 is encrypted from the first byte. Port 25 is what mail servers use among each other; some let machines inside send through it.',
		'The relay is tried while you type; no mail is sent, and nothing waits for it. One that does not answer yet may be kept: say why, and the reason stands in the review and beside the result.',
		'Whether the relay wants a login is found out then. At SendGrid the user name is the word apikey.',
	],
	feeds: ['mail', 'sendgrid'],
	sections: ['smtp'],
	fields: [
		{kind: 'text', id: 'smtp.host', label: 'Relay', example: 'smtp.uni.edu'},
		{kind: 'text', id: 'smtp.port', label: 'Port', example: '587'},
		{
			kind: 'choice',
			id: 'smtp.security',
			label: 'Encryption',
			options: [
				{label: 'STARTTLS', value: 'starttls'},
				{label: 'TLS from the first byte', value: 'tls'},
				{label: 'none', value: 'none'},
			],
		},
	],
	valuesFrom: ({smtp}) => ({
		'smtp.host': smtp?.host ?? '',
		'smtp.port': String(smtp?.port ?? 587),
		'smtp.security': smtp?.security ?? 'starttls',
	}),
	inquiries: ({smtp}) =>
		smtp === undefined
			? []
			: [{path: 'smtp.host', question: {about: 'relay', answers: {smtp}}}],
	sectionsFrom: (values, {smtp: saved}) => ({
		smtp: {
			host: textOf(values, 'smtp.host'),
			port: portOf(values, 'smtp.port'),
			security: textOf(values, 'smtp.security'),
			...loginOf(saved),
		},
	}),
};
