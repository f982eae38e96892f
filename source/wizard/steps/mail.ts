import {textOf} from '../field.js';
import {portOf} from '../field-values.js';
import type {WizardStep} from '../step.js';

export const mail: WizardStep = {
	id: 'mail',
	title: 'Mail',
	question: 'Through which mail relay are alerts sent?',
	explanation:
		"Your own SMTP relay, or smtp.sendgrid.net as in the vendor's list. Port 587 with STARTTLS is the rule; 465 uses TLS from the first byte; 25 is for relays inside.",
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
	sectionsFrom: values => ({
		smtp: {
			host: textOf(values, 'smtp.host'),
			port: portOf(values, 'smtp.port'),
			security: textOf(values, 'smtp.security'),
		},
	}),
};
