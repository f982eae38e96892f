import {address, sampleAnswers, sampleNames, samplePolicy} from '../helpers/sample.js';

const {sql} = sampleAnswers();
const addition = {port: 9102, protocol: 'tcp', usage: 'Backup'} as const;

/**
 * The policy that `listing.json` was recorded of: loaded with nft 1.0 into a namespace of
 * its own, after three pings to 127.0.0.1, as `nft -j -n list table inet analytics_setup`
 * prints it. Every kind of rule is in it, neighbours, everybody, and a name without address.
 */
export const listedPolicy = samplePolicy({
	answers: sampleAnswers({
		viewers: {
			subnets: ['10.20.0.0/24', '10.20.1.0/24', '10.20.7.9', '2001:db8:20::/48'],
		},
		sql: {...sql, instance: 'REPORTS'},
		proxy: {url: 'http://proxy.uni.edu:3128', noProxy: []},
		extra: [
			{...addition, id: 'backup', direction: 'inbound', peer: '0.0.0.0/0'},
			{...addition, id: 'vault', direction: 'outbound', peer: '::/0'},
		],
	}),
	names: sampleNames,
	facts: {resolvers: [address('10.0.0.53')], usesDhcp: {4: true, 6: true}},
});
