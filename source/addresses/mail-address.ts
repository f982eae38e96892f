import {readHostName} from './host-name.js';
import {quoted} from './quoted.js';
import type {Reading} from './reading.js';

/**
 * Reads the address of one mailbox, `it@uni.edu`, as it may stand in a message and in what
 * is said to a mail server (RFC 5321 section 4.1.2, without what nobody uses).
 */
export function readMailAddress(text: string): Reading<string> {
	const {mailbox, host} = /^(?<mailbox>[^@]+)@(?<host>[^@]+)$/.exec(text)?.groups ?? {};
	if (mailbox === undefined || host === undefined) {
		return {fault: `${quoted(text)} is no mail address. It should look like it@uni.edu.`};
	}

	const isPlain = /^[a-z\d!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z\d!#$%&'*+/=?^_`{|}~-]+)*$/i;
	if (!isPlain.test(mailbox) || mailbox.length > 64) {
		return {fault: `${quoted(mailbox)} cannot stand before the @ of a mail address.`};
	}

	const name = readHostName(host);
	return name.value === undefined ? name : {value: `${mailbox}@${name.value}`};
}
