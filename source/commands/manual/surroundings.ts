import {pathsFor} from '../../host/paths.js';

/** A name, and what is said of it. */
export type Told = readonly [name: string, words: string];

export const environment: readonly Told[] = [
	['NO_COLOR', 'No colours, whatever its value; the same as --no-color.'],
	['FORCE_COLOR', 'Colours even where the output is no terminal; 0 for none.'],
	[
		'TERM',
		'The kind of terminal. With "dumb" the wizard is a conversation, one question a line; with "linux" few glyphs are drawn.',
	],
	[
		'LANG, LC_ALL, LC_CTYPE',
		'Glyphs that are not ASCII are drawn only where these say UTF-8.',
	],
	['ACCESSIBLE', 'With any value, the wizard is a conversation for a screen reader.'],
	['INK_SCREEN_READER', 'The same, with the value "true".'],
	[
		'XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_RUNTIME_DIR',
		'Where somebody who is not root, and gives no --root, keeps the answers, the state, and what belongs to one start of the server.',
	],
];

const {config, state, run, loginMessage = ''} = pathsFor(undefined, true, {});
const own = pathsFor(undefined, false, {HOME: '~'});

/** For root; each stands under --root where that is given. */
export const files: readonly Told[] = [
	[`${config}/config.json`, 'The answers; never a password.'],
	[`${config}/ruleset.nft`, 'The rules, as they are loaded at the next start.'],
	[
		state,
		'What is on trial, the configurations that were kept, the last results, the draft of the wizard.',
	],
	[`${state}/audit.log`, 'Who changed what, from where, and how that was proven.'],
	[`${state}/error.log`, 'The details of what nobody expected.'],
	[run, 'The sockets of the wizard and of the guard while they run.'],
	[loginMessage, 'What every login is told of this server.'],
	[
		`${own.config}, ${own.state}`,
		'The same for somebody who is not root; nothing takes effect then.',
	],
];
