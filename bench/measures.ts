import type {Measure} from './measure.js';
import {ansible} from './measures/ansible.js';
import {busyBytes} from './measures/busy-bytes.js';
import {compare} from './measures/compare.js';
import {connections} from './measures/connections.js';
import {firewalldFront} from './measures/firewalld-front.js';
import {firstFrame} from './measures/first-frame.js';
import {followedNames} from './measures/followed-names.js';
import {growth} from './measures/growth.js';
import {idle} from './measures/idle.js';
import {keystrokeBytes} from './measures/keystroke-bytes.js';
import {listSpeed} from './measures/list-speed.js';
import {manySources} from './measures/many-sources.js';
import {memory} from './measures/memory.js';
import {pageBytes} from './measures/page-bytes.js';
import {probing} from './measures/probing.js';
import {quit} from './measures/quit.js';
import {reapply} from './measures/reapply.js';
import {start} from './measures/start.js';

/** In the order of the document. */
export const measures: readonly Measure[] = [
	start,
	firstFrame,
	quit,
	memory,
	idle,
	keystrokeBytes,
	busyBytes,
	pageBytes,
	listSpeed,
	manySources,
	growth,
	firewalldFront,
	reapply,
	connections,
	probing,
	followedNames,
	compare,
	ansible,
];
