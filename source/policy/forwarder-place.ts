/** Where the look-ups of this server's programs are turned to while names are followed. */
export const forwarderPort = 10_053;

/**
 * Look-ups from these ports of this server are not turned: they show whether a DNS server
 * answers, and not whether something on this server does. No program is given them by chance.
 */
export const directPorts = {first: 10_054, last: 11_053} as const;
