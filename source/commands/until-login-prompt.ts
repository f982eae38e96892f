import {Failure} from '../failure.js';
import {runCommand} from '../host/command.js';
import {lookAroundFrom, watchSurroundings, whenConfigured} from '../host/surroundings.js';
import {type Machine, type MachineParts, openMachine} from '../machine.js';
import type {Wish} from '../wizard/invitation.js';
import {findNotice} from './find-notice.js';
import {onTerminal} from './on-terminal.js';
import {marksForOutput} from './output.js';
import {enter, type SetupFlags} from './setup.js';

/** How the server is left to its login prompt. */
export type Ending = 'left' | 'saved' | 'applied';

/**
 * Invites, and lets in whoever comes, until somebody wants the login prompt, has left the
 * wizard, or has configured the server here or elsewhere.
 */
export async function untilLoginPrompt(
	flags: SetupFlags,
	parts: MachineParts,
): Promise<Ending> {
	for (;;) {
		const machine = await openMachine({
			root: flags.root,
			backend: flags.backend,
			...parts,
		});
		const wish = await invite(machine, flags);
		const isOver = wish !== 'set-up' || (await letIn(machine, flags, parts));
		if (isOver) {
			return endingOn(machine);
		}
	}
}

async function invite(machine: Machine, flags: SetupFlags): Promise<Wish> {
	const look = lookAroundOn(machine);
	const first = await look();
	const over = new AbortController();
	try {
		return await onTerminal(flags, async ({startInvitation}) =>
			startInvitation({
				first,
				news: watchSurroundings(look, first, over.signal),
				notice: await findNotice(machine, undefined),
				marks: marksForOutput(flags),
			}),
		);
	} finally {
		over.abort();
	}
}

/**
 * The wizard, or what there is to look on at.
 * @returns whether somebody has left the wizard
 */
async function letIn(
	machine: Machine,
	flags: SetupFlags,
	parts: MachineParts,
): Promise<boolean> {
	const over = new AbortController();
	const released = whenConfigured(lookAroundOn(machine), over.signal);
	try {
		return (await enter(flags, {parts, released})) === 'worked';
	} catch (error) {
		// Somebody was quicker, and cannot be looked on at: the invitation says who it is.
		if (error instanceof Failure && error.code === 'busy') {
			return false;
		}

		throw error;
	} finally {
		over.abort();
	}
}

function lookAroundOn({paths, answers}: Machine) {
	return lookAroundFrom({state: paths.state, answers: answers.path}, runCommand);
}

async function endingOn({answers, backend}: Machine): Promise<Ending> {
	if ((await answers.read()) === undefined) {
		return 'left';
	}

	return (await backend.readInEffect()) === undefined ? 'saved' : 'applied';
}
