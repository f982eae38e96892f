import type {Draft} from '../../answers/schema.js';
import type {Inquiry} from '../../flow/inquiries/inquiry.js';
import {describePeers} from '../describe-entries.js';
import {listOf, textOf} from '../field.js';
import {loginOf} from '../field-values.js';
import {namesIn} from '../inquiries/names-in.js';
import type {WizardStep} from '../step.js';

/** The names of the vendor's list, for a server whose own time service names none. */
const listed = ['0', '1', '2', '3'].map(number => `${number}.centos.pool.ntp.org`);

export const time: WizardStep = {
	id: 'time',
	title: 'Time',
	question: 'How does this server reach time servers and updates?',
	explanation:
		'Licences and certificates need the right time. Updates and the daily licence check use 80/tcp and 443/tcp, through your web proxy if you have one.',
	help: [
		'A clock that is wrong makes certificates look expired and licences invalid, so time comes first. Your own time servers are best; the names of the list are public ones.',
		'If servers reach the web only through a proxy here, give its address: updates and the licence check then go through it. Time, mail and SQL cannot.',
		'Names are looked up once you have entered them, and the proxy is asked for the licence server while you type. What does not work yet may be kept: say why, and the reason stands in the review.',
	],
	feeds: ['time', 'https', 'http'],
	sections: ['time', 'proxy'],
	fields: [
		{
			kind: 'list',
			id: 'time.servers',
			label: 'Time servers',
			example: 'ntp.uni.edu',
			describe: describePeers,
		},
		{
			kind: 'text',
			id: 'proxy.url',
			label: 'Web proxy',
			example: 'http://proxy.uni.edu:3128',
			isOptional: true,
		},
	],
	valuesFrom: ({time: saved, proxy}, facts) => ({
		'time.servers':
			saved?.servers ?? (facts.timeServers.length > 0 ? facts.timeServers : listed),
		'proxy.url': proxy?.url ?? '',
	}),
	inquiries: ({proxy}, values) => [
		...namesIn(values, 'time.servers'),
		...askProxy(proxy),
	],
	sectionsFrom(values, {proxy}) {
		const url = textOf(values, 'proxy.url');
		return {
			time: {servers: listOf(values, 'time.servers')},
			proxy: {noProxy: [], ...proxy, url: url === '' ? null : url},
		};
	},
};

/** What is exempt would not show whether the proxy answers. */
function askProxy(given: Draft['proxy']): readonly Inquiry[] {
	const url = given?.url ?? null;
	const answers = {proxy: {url, noProxy: [], ...loginOf(given)}};
	return url === null ? [] : [{path: 'proxy.url', question: {about: 'proxy', answers}}];
}
