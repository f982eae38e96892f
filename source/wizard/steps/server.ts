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
	sectionsFrom: values => ({server: {hostname: textOf(values, 'server.hostname')}}),
};
