/**
 * A host of the campus: its subnet is 10.SUBNET.0.0/24, or 198.51.100.0/24 for what stands
 * on the Internet, and 2001:db8:SUBNET::/64.
 */
export type HostPlan = {
	readonly subnet: number;
	/** The first IPv4 and the first IPv6 address are the ones it speaks from. */
	readonly addresses: readonly [ipv4: string, ipv6: string, ...more: string[]];
};

/** Every host but the router, which is .1 and ::1 in each subnet. */
export const hostPlans = {
	appliance: {subnet: 10, addresses: ['10.10.0.10', '2001:db8:10::10']},
	viewer: {subnet: 20, addresses: ['10.20.0.7', '2001:db8:20::7']},
	appsanywhere: {
		subnet: 30,
		addresses: ['10.30.0.10', '2001:db8:30::10', '10.30.0.11', '2001:db8:30::11'],
	},
	support: {subnet: 40, addresses: ['10.40.0.7', '2001:db8:40::7']},
	sql: {subnet: 60, addresses: ['10.60.0.11', '2001:db8:60::11']},
	mail: {subnet: 61, addresses: ['10.61.0.25', '2001:db8:61::25']},
	dns: {subnet: 62, addresses: ['10.62.0.53', '2001:db8:62::53']},
	time: {subnet: 63, addresses: ['10.63.0.123', '2001:db8:63::123']},
	web: {subnet: 64, addresses: ['198.51.100.80', '2001:db8:64::80']},
	stranger: {subnet: 99, addresses: ['10.99.0.9', '2001:db8:99::9']},
} as const satisfies Record<string, HostPlan>;

export type HostName = keyof typeof hostPlans;

export const hostNames = Object.keys(hostPlans) as readonly HostName[];
