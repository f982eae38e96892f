import type {Answers} from '../../answers/schema.js';
import type {Inquiry} from '../../flow/inquiries/inquiry.js';
import {textOf} from '../field.js';
import {loginOf, portOf, yesOrNo} from '../field-values.js';
import type {WizardStep} from '../step.js';

export const sql: WizardStep = {
	id: 'sql',
	title: 'SQL',
	question: 'Where is the SQL Server of AppsAnywhere?',
	explanation:
		'This server may open connections to it, and only to it, on this port. For a named instance, give its port here too: the firewall must know it.',
	help: [
		'Analytics reads the figures from the database of AppsAnywhere. It logs in with an account of SQL Server itself; accounts of a Windows domain do not work.',
		'Most servers listen on port 1433. A named instance usually has a port of its own: whoever runs the database can tell it, or SQL Browser does (1434/udp), which is asked when you name the instance.',
		'The server is tried while you type, without a login, and nothing waits for it. One that does not answer yet may be kept: say why, and the reason stands in the review and beside the result.',
		'The list also names 1433/udp. SQL Server does not use it; you may keep the rule as the vendor has it, or leave it out.',
	],
	feeds: ['sql-tcp', 'sql-udp'],
	sections: ['sql'],
	fields: [
		{kind: 'text', id: 'sql.host', label: 'Host', example: 'mssql.uni.edu'},
		{kind: 'text', id: 'sql.port', label: 'Port', example: '1433'},
		{
			kind: 'text',
			id: 'sql.instance',
			label: 'Named instance',
			example: 'ANALYTICS',
			isOptional: true,
		},
		{
			kind: 'choice',
			id: 'sql.udp',
			label: 'UDP 1433',
			options: [
				{label: 'permitted, as the vendor lists it', value: 'yes'},
				{label: 'not permitted; SQL Server never uses it', value: 'no'},
			],
		},
	],
	valuesFrom: ({sql: saved}) => ({
		'sql.host': saved?.host ?? '',
		'sql.port': String(saved?.port ?? 1433),
		'sql.instance': saved?.instance ?? '',
		'sql.udp': (saved?.udp ?? true) ? 'yes' : 'no',
	}),
	inquiries: ({sql: accepted}) => (accepted === undefined ? [] : askServer(accepted)),
	sectionsFrom(values, {sql: saved}) {
		const instance = textOf(values, 'sql.instance');
		return {
			sql: {
				host: textOf(values, 'sql.host'),
				port: portOf(values, 'sql.port'),
				udp: yesOrNo(values, 'sql.udp'),
				...(instance === '' ? {} : {instance}),
				...loginOf(saved),
			},
		};
	},
};

/** Nothing else of these answers matters to whoever is asked. */
function askServer({host, port, instance}: Answers['sql']): readonly Inquiry[] {
	const server = {host, port, udp: false};
	return [
		{path: 'sql.host', question: {about: 'sql-server', answers: {sql: server}}},
		...askBrowser(server, instance),
	];
}

function askBrowser(
	server: Answers['sql'],
	instance: string | undefined,
): readonly Inquiry[] {
	const answers = {sql: {...server, instance}};
	return instance === undefined
		? []
		: [{path: 'sql.instance', question: {about: 'sql-browser', answers}}];
}
