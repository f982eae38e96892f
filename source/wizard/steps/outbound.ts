import {limitsOfDestinations, wayOutOfLimits} from '../../answers/limits.js';
import {catalogue} from '../../catalogue/catalogue.js';
import {textOf} from '../field.js';
import type {WizardStep} from '../step.js';

const id = 'outbound.mode';

const portRows = ['https', 'http'];
const destinationRows = catalogue
	.filter(({peer}) => peer === 'destination')
	.map(row => row.id);

export const outbound: WizardStep = {
	id: 'outbound',
	title: 'Outbound',
	question: 'Which connections may this server open itself?',
	explanation:
		'The fewer it may open, the less a program on it can send to strangers, and the more may be cut off that nobody has thought of.',
	help: [
		'Who may come in was asked before. This is about the other direction: updates, the licence check, SQL, mail and time. Answers come back whatever you choose, and DNS, and the proxy if you have one, can always be asked.',
		'Firewalls know addresses only, and the addresses behind the listed names change, some from one minute to the next. With only the listed destinations, a small service on this server therefore reads along when programs ask the DNS, and permits each address before the program hears of it. It stays permitted for an hour at least and a day at most after it was last told; while the DNS does not answer, what was known stays.',
		'Before you choose that, see what it would cut off: O, or "analytics-setup observe start", counts where this server goes, also after a restart. That changes no rule and drops nothing. Let the server do its usual work for a day or more. What was seen is told here, under the choice, and in the review; "analytics-setup observe" has all of it, and "analytics-setup observe stop" ends it.',
		'Through a web proxy no download fails for that reason: the proxy fetches from everywhere.',
	],
	feeds: [...portRows, ...destinationRows],
	sections: ['outbound'],
	fields: [
		{
			kind: 'choice',
			id,
			label: 'Outbound',
			options: [
				{
					label: 'only the listed ports, to any address',
					value: 'ports',
					meaning:
						'Updates, the licence check, mail and time work wherever their servers move. It cannot keep a program on this server from sending data to strangers over 80/tcp, 443/tcp or 587/tcp.',
				},
				{
					label: 'only the listed destinations, by name',
					value: 'destinations',
					meaning: `Names are followed as the DNS changes. Other sites at the same addresses can be reached, too. Without a web proxy some downloads fail: ${limitsOfDestinations.map(({text}) => text).join(' ')} ${wayOutOfLimits}`,
				},
				{
					label: 'not filtered',
					value: 'open',
					meaning:
						'Nothing is cut off. It cannot keep any program on this server from reaching anybody, on any port. Who may come in is limited all the same.',
				},
			],
		},
	],
	valuesFrom: ({outbound: saved}) => ({[id]: saved?.mode ?? 'ports'}),
	inquiries: (_accepted, values) =>
		textOf(values, id) === 'destinations'
			? [{path: id, question: {about: 'observed'}}]
			: [],
	sectionsFrom: values => ({outbound: {mode: textOf(values, id)}}),
	canObserve: true,
};
