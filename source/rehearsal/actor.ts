import {readFile} from 'node:fs/promises';
import {dial} from './dial.js';
import {listen} from './listen.js';
import type {Reply, Request} from './messages.js';

/** Does what one side of a rehearsal is asked to, in the namespace of this process. */
export async function replyTo(request: Request): Promise<Reply> {
	try {
		return {result: await resultOf(request)};
	} catch (error) {
		return {error: error instanceof Error ? error.message : String(error)};
	}
}

async function resultOf({task, given}: Request) {
	switch (task) {
		case 'hasIpv6':
			return hasIpv6();
		case 'listen':
			await Promise.all(given.map(listen));
			return null;
		case 'dial':
			return Promise.all(given.map(dial));
	}
}

/** Whether interfaces get IPv6 here: not without the protocol, nor where it is disabled. */
async function hasIpv6(): Promise<boolean> {
	try {
		const path = '/proc/sys/net/ipv6/conf/default/disable_ipv6';
		return (await readFile(path, 'utf8')).trim() === '0';
	} catch {
		return false;
	}
}
