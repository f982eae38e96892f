import assert from 'node:assert/strict';
import {test} from 'node:test';
import {filterProducts} from '../../../source/probes/http/filter-products.js';

/** The first one counts. */
const productIn = (text: string) =>
	filterProducts.find(([, signature]) => signature.test(text))?.[0];

for (const [words, product] of [
	['FortiGuard Intrusion Prevention - Access Blocked', 'FortiGuard'],
	['Web Filter Violation', 'FortiGuard'],
	['Access denied by Zscaler policy', 'Zscaler'],
	['Web Page Blocked! Category: unknown', 'Palo Alto Networks'],
	['The content is blocked by the administrator. Sophos Firewall', 'Sophos'],
	['location: https://block.opendns.com/', 'Cisco Umbrella'],
	['This site is blocked. Cisco Umbrella', 'Cisco Umbrella'],
	['Blue Coat ProxySG: policy_denied', 'Symantec (Blue Coat)'],
	['x-squid-error: ERR_ACCESS_DENIED 0', 'Squid'],
	['Generated Wed, 25 Nov 2026 12:00:00 GMT by cache (squid/5.7)', 'Squid'],
	['Access to this site is blocked by WebBlocker', 'WatchGuard'],
	['Powered by Netskope', 'Netskope'],
	['This web site has been blocked by your administrator', 'a web filter'],
] as const) {
	test(`"${words}" gives ${product} away`, () => {
		assert.equal(productIn(words), product);
	});
}

for (const words of [
	'server: nginx/1.24.0',
	'Index of /fedora - Remi Repository',
	'Fedora Mirror Manager: public active mirrors',
	'CentOS Mirrorlist: no mirrors found for this repository',
	'BlobNotFound: the specified resource does not exist',
	'Bitbucket: Git solution for teams using Jira',
	'Looker license server',
	'403 Forbidden',
] as const) {
	test(`"${words}" gives nobody away`, () => {
		assert.equal(productIn(words), undefined);
	});
}
