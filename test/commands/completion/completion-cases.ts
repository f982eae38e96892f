import {insertAll} from './shell-session.js';

export type CompletionCase = readonly [
	what: string,
	/** What is typed after the program's name; a Tab takes the only word that is offered. */
	keys: string,
	/** What stands there then, in place of the word that was begun. */
	offered: readonly string[],
];

/** What every shell has to offer, in the folder of `odd-folder.ts`. */
export const completionCases: readonly CompletionCase[] = [
	['a command', 'pl', ['plan']],
	['no hidden command', 'gu', []],
	['no command after a flag', '--ascii pl', []],
	['the flags of the wizard without a command', '--ascii --pl', ['--plain']],
	['a flag of a command', 'explain --fr', ['--from']],
	['no flag of another command', 'plan --fr', []],
	['no flag twice', 'plan --raw --ra', []],
	['no flag twice, its value given', 'plan --backend files --b', []],
	['no flag twice, its value given after "="', 'plan --backend=files --b', []],
	['a flag again that may be repeated', 'apply --shut-out ::1 --sh', ['--shut-out']],
	['the choices of a flag', 'plan --backend ', ['files', 'nftables']],
	['a choice after "="', 'plan --backend=fi', ['--backend=files']],
	['the choices of --progress', 'apply --progress ', ['auto', 'json', 'none']],
	['the teams of a report', 'report --for ', ['dba', 'dns', 'mail', 'network']],
	['a format', 'report --format=h', ['--format=html']],
	['nothing for free text', 'rollback --to ', []],
	['nothing for an address', 'explain --from 10.', []],
	[
		'the ports of the list',
		'explain --to 2001:db8::1 --port 1433/',
		['1433/tcp', '1433/udp'],
	],
	['connections', 'probe sql-', ['sql-tcp', 'sql-udp']],
	['no connection twice', 'probe sql-tcp sql-', ['sql-udp']],
	['a shell', 'completion ', ['bash', 'fish', 'zsh']],
	['a file with a space', 'check si\t', ['site answers.yaml']],
	['a file with a quote and a dollar', 'check d\t', ["dean's $list.yaml"]],
	['a file in single quotes', "check 'si\t", ['site answers.yaml']],
	['a file in double quotes', 'check "si\t', ['site answers.yaml']],
	['one file more', 'check base.yaml si\t', ['site answers.yaml']],
	['a file for a flag again', 'plan --answers a --answers si\t', ['site answers.yaml']],
	['a file for a flag', 'plan --answers si\t', ['site answers.yaml']],
	['a file after "="', 'plan --answers=si\t', ['--answers=site answers.yaml']],
	['only folders for a folder', 'plan --root \t', ['a folder']],
	['a folder after "="', 'plan --root=\t', ['--root=a folder']],
];

/** The keys with which a shell at a terminal takes all that it offers. */
export function keysFor(keys: string): string {
	return keys.endsWith('\t') ? keys : `${keys}${insertAll}`;
}

/**
 * The words that are there at the end: those before the one that was begun, and what was
 * offered for it, or that one itself where nothing was.
 */
export function wordsAfter(keys: string, offered: readonly string[]): readonly string[] {
	const words = keys.replace('\t', '').split(' ');
	const begun = words.splice(-1).filter(word => word !== '');
	return [...words, ...(offered.length === 0 ? begun : offered)];
}
