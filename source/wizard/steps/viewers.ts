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
	help: [
		'A firewall rule says from where a connection may come. Whoever looks at Analytics opens a connection from their PC to port 9999 of this server; PCs in other networks are turned away.',
		'A network is written as an address and the number of its leading bits: 10.20.0.0/16 are all addresses that begin with 10.20, 65,536 of them; 10.20.4.0/24 are the 256 that begin with 10.20.4. Your network team has the list. A single PC is written as its address alone.',
		'You may paste many at once, separated by commas, spaces or lines. What lies inside another is merged, and nothing is lost when you come back.',
	],
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
