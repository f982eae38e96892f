import {
	brokenSite,
	captivePortal,
	hangsUpOnRequest,
	namedBlockPage,
	namelessBlockPage,
	noWebServer,
	redirectToFilter,
	redirectToPortal,
	silentSite,
	transparentProxy,
} from '../../campus/faults/pages.js';
import type {FaultTable} from './fault-table.js';

/** What answers in place of a site, and who must act. */
export const pageFaults: FaultTable = [
	[
		namedBlockPage,
		'remirepo-cdn fail http.block-page network',
		'A web filter answers in place of cdn.remirepo.net ("FortiGuard"). Ask your network team to permit cdn.remirepo.net on 80/tcp from 10.10.0.10 in the filter.',
	],
	[
		namelessBlockPage,
		'remirepo-cdn warn http.refused network',
		'What answers for cdn.remirepo.net on port 80 refuses the page (HTTP 403): the site itself, or a web filter before it. If the site opens from another network, ask your network team to permit 80/tcp from 10.10.0.10 to cdn.remirepo.net in the filter.',
	],
	[
		redirectToFilter,
		'remirepo-cdn fail http.redirected network',
		"The request to cdn.remirepo.net is sent on to blocked.filter.example, which is another site: most likely a filter's page. Ask your network team to permit 80/tcp from 10.10.0.10 to cdn.remirepo.net in the filter.",
	],
	[
		captivePortal,
		'remirepo-cdn fail http.captive-portal network',
		'A login page of the network answers in place of cdn.remirepo.net. Ask your network team to permit 80/tcp from 10.10.0.10 to cdn.remirepo.net without a login.',
	],
	[
		redirectToPortal,
		'remirepo-cdn fail http.captive-portal network',
		'A login page of the network answers in place of cdn.remirepo.net. Ask your network team to permit 80/tcp from 10.10.0.10 to cdn.remirepo.net without a login.',
	],
	[
		transparentProxy,
		'remirepo-cdn fail http.proxy-login proxy',
		'A proxy on the way to cdn.remirepo.net wants a login, which this server has not. Ask your proxy team to let 10.10.0.10 through without one.',
	],
	[
		brokenSite,
		'remirepo-cdn warn http.server-error remote',
		'cdn.remirepo.net is reached, but has a fault of its own (HTTP 500). Probe again later; if it stays, ask whoever runs it.',
	],
	[
		hangsUpOnRequest,
		'remirepo-cdn fail http.closed network',
		'cdn.remirepo.net accepts the connection and hangs up on the request. A filter on the way may do that: ask your network team to permit 80/tcp from 10.10.0.10 to cdn.remirepo.net without inspection.',
	],
	[
		silentSite,
		'remirepo-cdn fail http.timeout network',
		'cdn.remirepo.net accepts the connection but answers no request. A filter on the way may hold it up: ask your network team to permit 80/tcp from 10.10.0.10 to cdn.remirepo.net without inspection.',
	],
	[
		noWebServer,
		'remirepo-cdn fail http.not-http network',
		'Something answers on port 80 for cdn.remirepo.net that is no web server. Ask your network team to permit 80/tcp from 10.10.0.10 to cdn.remirepo.net untouched.',
	],
];
