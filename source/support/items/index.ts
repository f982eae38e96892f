import type {Item} from '../item.js';
import {firewall} from './firewall.js';
import {network} from './network.js';
import {ourOwn} from './our-own.js';
import {system} from './system.js';

/** Everything in a bundle, in the order in which it is listed. */
export const items: readonly Item[] = [...ourOwn, ...firewall, ...network, ...system];
