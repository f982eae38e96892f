import {formatAddress} from '../../addresses/address.js';
import {holdsAddress, networkList} from '../../answers/network-list.js';
import {describeNetworks} from '../describe-entries.js';
import {listOf, textOf} from '../field.js';
import type {WizardStep} from '../step.js';

const enabled = 'support.enabled';
const sources = 'support.sources';

export const support: WizardStep = {
	id: 'support',
	title: 'Support',
	question: 'Who may log in to this server over SSH?',
	explanation:
		'Only these may open 22/tcp: the VPN or jump host of AppsAnywhere remote support, and your own administrators. Nobody else can log in over the network.',
	help: [
		'SSH is how somebody logs in to this server over the network, to install, configure and upgrade it. AppsAnywhere support comes through your VPN or a Windows jump host, so name the address or network from which that one connects, and those of your own administrators.',
		'If you are connected over SSH now, your own address must be among them. You are told before anything is applied, and new rules return to the old ones by themselves unless you show that you can still log in.',
	],
	feeds: ['remote-support'],
	sections: ['support'],
	fields: [
		{
			kind: 'choice',
			id: enabled,
			label: 'SSH',
			options: [
				{label: 'open, for these sources only', value: 'yes'},
				{label: 'closed for everybody; console only', value: 'no'},
			],
		},
		{
			kind: 'list',
			id: sources,
			label: 'Sources',
			example: '10.40.0.0/24',
			describe: describeNetworks,
			isShown: values => textOf(values, enabled) === 'yes',
		},
	],
	valuesFrom: ({support: saved}) => ({
		[enabled]: (saved?.enabled ?? true) ? 'yes' : 'no',
		[sources]: saved?.sources ?? [],
	}),
	sectionsFrom: values => ({
		support: {
			enabled: textOf(values, enabled) === 'yes',
			sources: listOf(values, sources),
		},
	}),
	hint(values, {sshClient}) {
		const networks = networkList(listOf(values, sources));
		const isOpen = textOf(values, enabled) === 'yes';
		if (sshClient === undefined || (isOpen && holdsAddress(networks, sshClient))) {
			return undefined;
		}

		const why = isOpen ? 'which is not among them' : 'and SSH would be closed';
		return `You are connected from ${formatAddress(sshClient)}, ${why}: you could not log in again.`;
	},
};
