/**
 * ICMP types permitted in and out: errors, without which paths with a small MTU and
 * unreachable hosts are found out only by waiting, and ping (RFC 792, RFC 1191).
 */
export const icmp4Types: readonly number[] = [
	0, // echo reply
	3, // destination unreachable, with "fragmentation needed"
	8, // echo request
	11, // time exceeded
	12, // parameter problem
];

/** ICMPv6 types that must or should not be dropped at a host (RFC 4890 section 4.4). */
export const icmp6Types: readonly number[] = [
	1, // destination unreachable
	2, // packet too big
	3, // time exceeded
	4, // parameter problem
	128, // echo request
	129, // echo reply
	130, // multicast listener query
	131, // multicast listener report
	132, // multicast listener done
	133, // router solicitation
	134, // router advertisement
	135, // neighbour solicitation
	136, // neighbour advertisement
	141, // inverse neighbour discovery solicitation
	142, // inverse neighbour discovery advertisement
	143, // multicast listener report, version 2
	148, // certification path solicitation
	149, // certification path advertisement
	151, // multicast router advertisement
	152, // multicast router solicitation
	153, // multicast router termination
];
