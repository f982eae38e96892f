/** Programs that answer in place of a site, and what gives them away in their pages. */
export const filterProducts: ReadonlyArray<
	readonly [product: string, signature: RegExp]
> = [
	['FortiGuard', /fortiguard|fortigate|fgt_lang|web filter violation/i],
	['Zscaler', /zscaler/i],
	['Palo Alto Networks', /palo ?alto|web page blocked.*category/i],
	['Sophos', /sophos/i],
	['Smoothwall', /smoothwall/i],
	['Cisco Umbrella', /opendns|cisco umbrella|block\.opendns/i],
	['Cisco Web Security', /ironport|cisco.*web security/i],
	['Symantec (Blue Coat)', /blue ?coat|symantec.*web security|x-bluecoat/i],
	['Forcepoint', /forcepoint|websense/i],
	['Netskope', /netskope|goskope/i],
	['Lightspeed', /lightspeed ?systems|lsfilter/i],
	['iboss', /\biboss\b/i],
	['Barracuda', /barracuda/i],
	['WatchGuard', /watchguard|webblocker/i],
	['Check Point', /check ?point.*(?:block|usercheck)|usercheck/i],
	['McAfee Web Gateway', /mcafee web gateway|mwg/i],
	['Untangle', /untangle/i],
	['SonicWall', /sonicwall/i],
	// Not by its name alone: it also passes on what a site says, faults and all.
	['Squid', /x-squid-error|generated .{0,60}by .{0,100}\(squid/i],
	[
		'a web filter',
		/(?:access|page|site|request)\b.{0,60}\b(?:blocked|denied|restricted)\b.{0,120}\b(?:policy|category|categories|administrator|web ?filter)/is,
	],
];
