import {describePeers} from '../describe-entries.js';
import {listOf} from '../field.js';
import type {WizardStep} from '../step.js';

const id = 'appsanywhere.servers';

export const servers: WizardStep = {
	id: 'servers',
	title: 'Servers',
	question: 'Which are your AppsAnywhere servers?',
	explanation:
		'Only these may open 19999/tcp on this server. Name them by address, network or host name; behind a load balancer, name every server.',
	feeds: ['appsanywhere'],
	sections: ['appsanywhere'],
	fields: [
		{kind: 'list', id, label: 'Servers', example: '10.30.0.10', describe: describePeers},
	],
	valuesFrom: ({appsanywhere}) => ({[id]: appsanywhere?.servers ?? []}),
	sectionsFrom: values => ({appsanywhere: {servers: listOf(values, id)}}),
};
