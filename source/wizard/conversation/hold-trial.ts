import {randomInt} from 'node:crypto';
import {Failure} from '../../failure.js';
import {askedFor} from '../../transaction/describe-trial.js';
import type {TrialEnd} from '../../transaction/follow-trial.js';
import type {Proof} from '../../transaction/trial.js';
import type {HeldTrial} from '../trial/held-trial.js';
import {type Standing, standingOf} from '../trial/standing.js';
import {howToProve} from '../words/proving.js';
import {trialQuestions} from '../words/trial-questions.js';
import {choose} from './choose.js';
import {type Command, obeyCommands} from './commands.js';
import {Departure} from './conversation.js';
import type {Talk} from './talk.js';
import {tellFailure} from './tell-failure.js';
import {tellTrialNews} from './tell-trial-news.js';

export type Holding = HeldTrial & {readonly talk: Talk};

/**
 * Talks about new rules on trial until they are kept or gone.
 * @throws Departure when somebody leaves while it goes on
 */
export async function holdTrial(holding: Holding): Promise<TrialEnd> {
	const {talk, untilEnded} = holding;
	const over = new AbortController();
	const end = untilEnded().finally(() => over.abort());
	end.catch(() => undefined);
	// Nobody has heard yet what keeps them.
	talk.forget();
	try {
		await talkUntil(over.signal, holding);
		return await end;
	} catch (error) {
		if (error instanceof Failure) {
			tellFailure(talk, error);
			throw new Departure({isInterrupted: true});
		}

		throw error;
	} finally {
		over.abort();
	}
}

async function talkUntil(signal: AbortSignal, holding: Holding): Promise<void> {
	const {talk, machine, trial, isShutOut} = holding;
	const {person, sshSession} = machine;
	const standing = standingOf(sshSession, trial.record, isShutOut);
	// Drawn when the new rules are in effect: an answer to it has passed them.
	const digit = String(randomInt(1, 10));
	const howToKeep = describeKeeping(standing, digit);
	talk.tell('', 'The new rules are in effect, on trial.', ...howToKeep);
	const logins = tellTrialNews(holding, signal);
	const keep = (proof: Proof) => {
		trial.keep(person, proof);
		talk.tell('The guard was asked to keep the new rules.');
	};

	const undo = () => {
		trial.undo(person, askedFor(person));
		talk.tell('The guard was asked to put the old rules back.');
	};

	const commands: ReadonlyArray<Command<never>> = [
		{
			words: 'keep',
			letter: 'k',
			does: 'keeps the new rules; without proof only when you insist',
			async act() {
				const [login] = logins();
				if (login !== undefined) {
					keep({kind: 'new-connection', from: login.from});
				} else if (await isKeptUnproven(talk, standing, signal)) {
					keep({kind: standing.kind === 'console' ? 'console' : 'none'});
				}
			},
		},
		{
			words: 'undo',
			letter: 'u',
			does: 'puts the old rules back at once',
			async act() {
				undo();
			},
		},
	];
	const onOther = (text: string) => {
		if (text === digit && standing.kind === 'judged') {
			keep({kind: 'keypress', from: standing.from});
		} else {
			talk.tell(`That was ${text === '' ? 'an empty line' : `"${text}"`}.`, ...howToKeep);
		}
	};

	while (!signal.aborted) {
		const way = await obeyCommands(talk, commands, {
			signal,
			onOther,
			onHelp: () => talk.tell(trialQuestions.help.story, ...howToKeep),
			onLeaving: () => askWhetherToLeave(holding, undo, signal),
		});
		talk.tell(...(way === 'back' ? ['There is no way back but undo.'] : []));
	}
}

/** How to show that the new rules let somebody in. */
function describeKeeping(standing: Standing, digit: string): readonly string[] {
	const {lead, explanation} = howToProve(standing, digit);
	return [
		standing.kind === 'judged'
			? `Type ${digit} and press Enter to keep the new rules.`
			: lead,
		`${explanation} type: analytics-setup confirm`,
	];
}

async function isKeptUnproven(
	talk: Talk,
	{kind}: Standing,
	signal: AbortSignal,
): Promise<boolean> {
	const {question, atConsole, remote, options} = trialQuestions.unproven;
	talk.tell(question, ...(kind === 'console' ? atConsole : remote));
	return (await choose(talk, {options, signal})) === 'keep';
}

/** Whoever is asked this and wants to leave once more, leaves. */
async function askWhetherToLeave(
	{talk, trial}: Holding,
	undo: () => void,
	signal: AbortSignal,
): Promise<void> {
	const leave = async () => {
		// Nobody waits for its end here any more, and the process can end.
		trial.close();
		throw new Departure({isInterrupted: true});
	};

	const {question, paragraphs, options} = trialQuestions.leave;
	talk.tell(question, ...paragraphs);
	const choice = await choose(talk, {options, signal, onLeaving: leave});
	if (choice === 'leave') {
		await leave();
	} else if (choice === 'undo') {
		undo();
	}
}
