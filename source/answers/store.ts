import {rename} from 'node:fs/promises';
import {join} from 'node:path';
import {Failure} from '../failure.js';
import {makeOwnFolder, readOwnFile, refuseLink} from '../host/own-files.js';
import {late} from '../late.js';
import type {Answers} from './schema.js';

/** Where the answers of this server are kept between runs. */
export type AnswersStore = {
	readonly path: string;
	/**
	 * The saved answers, or undefined when there are none.
	 * @throws Failure `answers.unreadable` when they are damaged
	 */
	readonly read: () => Promise<Answers | undefined>;
	readonly save: (answers: Answers) => Promise<void>;
	/** Puts damaged answers out of the way, where they can still be looked at. */
	readonly setAside: () => Promise<string>;
};

const name = 'config';

const loadCheck = late(() => import('./check.js'));
const loadConf = late(() => import('conf'));

/** @param folder for example `/etc/analytics-setup` */
export function answersStore(folder: string): AnswersStore {
	const path = join(folder, `${name}.json`);
	/** What is there already is left as it is: its time says when it last changed. */
	const isSaved = async (answers: Answers) => {
		const text = await readOwnFile(path).catch(() => undefined);
		return text === JSON.stringify(answers, undefined, '\t');
	};

	return {
		path,
		async read() {
			const text = await readOwnFile(path);
			return text === undefined ? undefined : parseSaved(path, text);
		},
		async save(answers) {
			await makeOwnFolder(folder);
			await refuseLink(path);
			if (await isSaved(answers)) {
				return;
			}

			const {default: Conf} = await loadConf();
			const conf = new Conf<Answers>({
				cwd: folder,
				configName: name,
				configFileMode: 0o600,
			});
			conf.store = answers;
		},
		async setAside() {
			const aside = `${path}.damaged-${new Date().toISOString().replaceAll(':', '')}`;
			await rename(path, aside);
			return aside;
		},
	};
}

async function parseSaved(path: string, text: string): Promise<Answers> {
	const {checkAnswers} = await loadCheck();
	const {answers, faults} = checkAnswers(parseJson(path, text));
	if (answers === undefined) {
		const [fault] = faults;
		throw damaged(
			path,
			fault === undefined
				? ''
				: `${fault.path === '' ? '' : `${fault.path}: `}${fault.reason}`,
		);
	}

	return answers;
}

function parseJson(path: string, text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw damaged(path, 'it is not valid JSON.', error);
	}
}

function damaged(path: string, reason: string, cause?: unknown): Failure {
	return new Failure(
		'answers.unreadable',
		`The saved answers in "${path}" are damaged: ${reason}`,
		{
			remedies: ['Run analytics-setup; it keeps the damaged file aside and asks again.'],
			cause,
		},
	);
}
