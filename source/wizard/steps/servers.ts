import {describePeers} from '../describe-entries.js';
import {listOf} from '../field.js';
import {namesIn} from '../inquiries/names-in.js';
import type {WizardStep} from '../step.js';

const id = 'appsanywhere.servers';

export const servers: WizardStep = {
	id: 'servers',
	title: 'Servers',
	question: 'Which are your AppsAnywhere servers?',
	explanation:
		'Only these may open 19999/tcp on this server. Name them by address, network or host name; behind a load balancer, name every server.',
	help: [
		'The AppsAnywhere servers ask Analytics on port 19999 who may see what, and fetch the figures that they show. Nobody else needs that port.',
		'Behind a load balancer each server connects from its own address, so name all of them. A host name is looked up when the rules are applied; when its address changes later, apply again.',
		'Each name is looked up here too, once you have entered it. One that is not there yet may stay: say why, and the reason stands in the review.',
	],
	feeds: ['appsanywhere'],
	sections: ['appsanywhere'],
	fields: [
		{kind: 'list', id, label: 'Servers', example: '10.30.0.10', describe: describePeers},
	],
	valuesFrom: ({appsanywhere}) => ({[id]: appsanywhere?.servers ?? []}),
	inquiries: (_accepted, values) => namesIn(values, id),
	sectionsFrom: values => ({appsanywhere: {servers: listOf(values, id)}}),
	hint: values =>
		listOf(values, id).length === 0
			? 'No AppsAnywhere server may reach Analytics (19999/tcp) while nothing is named here. You may go on, and name them later.'
			: undefined,
};
