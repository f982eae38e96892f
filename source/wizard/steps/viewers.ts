import {formatAddress} from '../../addresses/address.js';
import {holdsAddress, networkList} from '../../answers/network-list.js';
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
		'A port is the number by which a program on a server is reached, and tcp or udp is the way of talking with it: 9999/tcp is where Analytics shows its pages.',
		'A network is written as an address and the number of its leading bits: 10.20.0.0/16 are all addresses that begin with 10.20, 65,536 of them; 10.20.4.0/24 are the 256 that begin with 10.20.4. Your network team has the list. A single PC is written as its address alone.',
		'You may paste many at once, as they stand in a mail or a spreadsheet: by commas, spaces or lines, with masks, ranges and notes. Ctrl-O reads them from a file, / finds one, and Ctrl-Z takes back what was done last. What lies inside another is merged, and nothing is lost when you come back.',
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
		const entries = listOf(values, id);
		if (entries.length === 0) {
			return 'Nobody may open Analytics (9999/tcp) while nothing is named here. You may go on, and name them later.';
		}

		const networks = networkList(entries);
		return sshClient === undefined ||
			networks.index.sorted.length === 0 ||
			holdsAddress(networks, sshClient)
			? undefined
			: `You are connected from ${formatAddress(sshClient)}, which is in none of these. That is fine: SSH is asked about under Support.`;
	},
};
