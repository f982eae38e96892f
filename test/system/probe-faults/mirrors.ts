import {mirrorsNotListed, noMirrorList} from '../../campus/faults/mirrors.js';
import type {FaultTable} from './fault-table.js';

/** What only the listed destinations leave out, and who must act. */
export const mirrorFaults: FaultTable = [
	[
		mirrorsNotListed,
		'remirepo-cdn warn mirrors.not-listed this-host',
		"cdn.remirepo.net sends on to hosts that the vendor's list does not name (mirror.example), so they are not permitted. Unless the repository has a mirror of your own choice already, permit one among your own rules (extra) and name it in the repository's file (baseurl).",
	],
	[
		noMirrorList,
		'remirepo-cdn warn mirrors.no-list this-host',
		'cdn.remirepo.net answers, but with no list of mirrors, so nothing shows whether the packages of Remi\'s repository come. Run "dnf makecache" on this server, which shows it.',
	],
];
