import type {Connection} from '../../catalogue/connection.js';
import {type Judgement, judgement} from '../judgement.js';
import type {TriedMirror} from './tried-mirror.js';

export type JudgedMirrors = {
	readonly judgement: Judgement;
	/** The address that it is about; undefined where that is the one of the list. */
	readonly address?: string | null;
};

/**
 * What the hosts of a mirror list add to what its own host proves: whether what it sends on
 * to is reached, too.
 */
export function judgeMirrors(
	{mirrored = 'the packages'}: Pick<Connection, 'mirrored'>,
	tried: readonly TriedMirror[],
	list: Judgement,
): JudgedMirrors {
	const permitted = tried.filter(({isPermitted}) => isPermitted);
	const served = permitted.find(mirror => mirror.judgement.cause === null);
	if (served !== undefined) {
		const detail = `${list.detail}, fetched from ${served.host}`;
		return {judgement: {...list, detail}};
	}

	const [failing] = permitted;
	return failing === undefined
		? {judgement: judgeWithout(mirrored, tried, list)}
		: {
				judgement: {
					...failing.judgement,
					detail: `its mirror ${failing.host}: ${failing.judgement.detail}`,
					about: failing.host,
					isSoftened: true,
				},
				address: failing.address,
			};
}

/** No host is permitted, or there is none. */
function judgeWithout(
	mirrored: string,
	tried: readonly TriedMirror[],
	{detail}: Judgement,
): Judgement {
	const hosts = tried.map(({host}) => host).join(', ');
	return tried.length === 0
		? judgement('mirrors.no-list', `${detail}, no list of mirrors`, {named: mirrored})
		: judgement('mirrors.not-listed', `${detail}, but no mirror is permitted`, {
				named: hosts,
			});
}
