import type {Address} from '../addresses/address.js';

/** Where the look-ups of this server's programs are turned to while names are followed. */
export const forwarderPort = 10_053;

/** 127.0.0.1 and ::1. */
export const forwarderAddresses: readonly Address[] = [
	{family: 4, value: 0x7f_00_00_01n},
	{family: 6, value: 1n},
];
