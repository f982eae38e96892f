import {formatAddress} from '../../addresses/address.js';
import {readCidr} from '../../addresses/cidr.js';
import {includesAddress} from '../../addresses/cidr-list.js';
import {describeNetworks} from '../describe-entries.js';
import {listOf} from '../field.js';
import type {WizardStep} from '../step.js';

const id = 'viewers.subnets';

export const viewers: WizardStep = {
	id: 'viewers',
	title: 'Viewers',
	question: 'Which networks do the Analytics viewers use?',
	explanation:
		'Only these may open 9999/tcp on this server. Name the networks of the viewers and explorers themselves, not those of everybody who uses AppsAnywhere.',
	feeds: ['viewers'],
	sections: ['viewers'],
	fields: [
		{
			kind: 'list',
			id,
			label: 'Networks',
			example: '10.20.0.0/16',
			describe: describeNetworks,
		},
	],
	valuesFrom: ({viewers: saved}) => ({[id]: saved?.subnets ?? []}),
	sectionsFrom: values => ({viewers: {subnets: listOf(values, id)}}),
	hint(values, {sshClient}) {
		const networks = listOf(values, id).flatMap(text => readCidr(text).value ?? []);
		return sshClient === undefined ||
			networks.length === 0 ||
			includesAddress(networks, sshClient)
			? undefined
			: `You are connected from ${formatAddress(sshClient)}, which is in none of these. That is fine: SSH is asked about under Support.`;
	},
};
