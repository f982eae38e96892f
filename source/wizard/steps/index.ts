import type {WizardStep} from '../step.js';
import {mail} from './mail.js';
import {outbound} from './outbound.js';
import {server} from './server.js';
import {servers} from './servers.js';
import {sql} from './sql.js';
import {support} from './support.js';
import {time} from './time.js';
import {viewers} from './viewers.js';

/** The wizard's table of contents, in the order in which the installer meets it. */
export const steps: readonly WizardStep[] = [
	server,
	viewers,
	servers,
	support,
	sql,
	mail,
	time,
	outbound,
];
