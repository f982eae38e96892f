import {readHostName} from '../../addresses/host-name.js';
import {textOf} from '../field.js';
import type {WizardStep} from '../step.js';

export const server: WizardStep = {
	id: 'server',
	title: 'Server',
	question: 'What is the name of this server?',
	explanation:
		"The name that viewers and AppsAnywhere use for the Analytics server. It stands in the summary in place of the analytics.uni.edu of the vendor's list.",
	help: [
		'Viewers open this name in their browser, and the AppsAnywhere servers call it. It should be in your DNS and lead to this server; it need not be there yet, and nothing of it is changed here.',
		'While you type, the name is looked up, and you see whether it leads to this server. Behind a load balancer or NAT it leads to that instead, which is as it should be.',
		'The name stands in every document for your network team, so use the one that they know.',
	],
	feeds: [],
	sections: ['server'],
	fields: [
		{kind: 'text', id: 'server.hostname', label: 'Name', example: 'analytics.uni.edu'},
	],
	valuesFrom: (draft, facts) => ({
		'server.hostname': draft.server?.hostname ?? facts.hostname,
	}),
	inquiries({server: accepted}) {
		const {value: name} = readHostName(accepted?.hostname ?? '');
		return name === undefined
			? []
			: [{path: 'server.hostname', question: {about: 'own-name', name}}];
	},
	sectionsFrom: values => ({server: {hostname: textOf(values, 'server.hostname')}}),
};
