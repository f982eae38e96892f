import * as z from 'zod';
import {readAddress} from '../addresses/address.js';
import {readCidr} from '../addresses/cidr.js';
import {readHostName} from '../addresses/host-name.js';
import {readEndpoint, readPeer} from '../addresses/peer.js';
import type {Reading} from '../addresses/reading.js';
import {faultInProxyUrl} from './proxy-url.js';
import {faultInProse} from './secrets.js';

/** What neither a name nor an address can have in it. */
const stray = String.raw`\s/@?#%\\[\]<>"|^\x60{}`;
const prefix = String.raw`(?:/\d{1,3})?`;

// The patterns are for editors. They say less than the reading, and never more: what they
// refuse is refused here too.
export const hostName = textReadBy(readHostName, `[^:${stray}]+`);
export const address = textReadBy(readAddress, String.raw`[\dA-Fa-f:.]+`);
export const cidr = textReadBy(readCidr, String.raw`[\dA-Fa-f:.]+${prefix}`);
export const endpoint = textReadBy(readEndpoint, `[^${stray}]+`);
export const peer = textReadBy(readPeer, `[^${stray}]+${prefix}`);
export const noProxyEntry = textReadBy(readNoProxy, `[^${stray}]+${prefix}`);
export const proxyUrl = z
	.string()
	.trim()
	.check(report(faultInProxyUrl))
	.meta({pattern: String.raw`^\s*[Hh][Tt][Tt][Pp][Ss]?://[^\s@]+\s*$`});

const portFault = 'A port is a whole number from 1 to 65535.';
export const port = z.int(portFault).min(1, portFault).max(65_535, portFault);

/** One line for people, kept as it was written. */
export const remarkSchema = z
	.string()
	.max(200, 'At most 200 characters.')
	.regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u, 'Only one line of plain text.')
	.check(report(faultInProse));

/** A host, a domain (`.uni.edu`, `*.uni.edu`), an address or a block that needs no proxy. */
function readNoProxy(text: string): Reading<unknown> {
	return text === '*' ? {value: text} : readPeer(text.replace(/^\*?\./, ''));
}

function textReadBy(read: (text: string) => Reading<unknown>, pattern: string) {
	return z
		.string()
		.trim()
		.check(report(text => read(text).fault))
		.meta({pattern: String.raw`^\s*${pattern}\s*$`});
}

/** A plain check: `superRefine` makes a function for each text, of which there are thousands. */
function report(faultIn: (text: string) => string | undefined): z.core.CheckFn<string> {
	return ({value, issues}) => {
		const message = faultIn(value);
		if (message !== undefined) {
			issues.push({code: 'custom', message, input: value, continue: true});
		}
	};
}
