import {type Judgement, judgement} from '../judgement.js';
import type {BrowserSeen} from './ask-browser.js';

/** The instance that the answers name, and the port that they give it. */
export type ExpectedInstance = {readonly instance: string; readonly port: number};

/** What SQL Browser's answer says of the port that the answers give an instance. */
export function judgeBrowser(
	{dialled, instances}: BrowserSeen,
	{instance, port}: ExpectedInstance,
): Judgement {
	if (dialled.outcome !== 'connected') {
		return dialled.code === 'EPERM'
			? judgement('local.blocked', "blocked by this server's own firewall")
			: judgement('sql.browser-silent', 'SQL Browser does not answer', {named: instance});
	}

	const found = instances.find(({name}) => name.toLowerCase() === instance.toLowerCase());
	if (found === undefined) {
		const known = [...new Set(instances.map(({name}) => name))].join(', ') || 'none';
		return judgement('sql.no-instance', `knows ${known}, not ${instance}`, {
			named: instance,
		});
	}

	if (found.port === undefined) {
		return judgement('sql.no-tcp', `${instance} listens on no TCP port`, {
			named: instance,
		});
	}

	return found.port === port
		? judgement(null, `${instance} listens on ${port}/tcp`)
		: judgement('sql.other-port', `${instance} listens on ${found.port}/tcp`, {
				named: `${instance} listens on ${found.port}/tcp, and the answers say ${port}`,
			});
}
