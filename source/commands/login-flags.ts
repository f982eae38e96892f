import {readMailAddress} from '../addresses/mail-address.js';
import {Failure} from '../failure.js';
import {readPassword} from '../host/read-password.js';
import type {Account, Login} from '../probes/login.js';
import {loginAt} from '../probes/login-rows.js';
import type {LoginFlags} from './flags.js';

/**
 * What is to be tried once a connection is proven, its password read; undefined for nothing.
 * @throws Failure `usage`
 */
export async function loginFrom(
	ids: readonly string[],
	flags: LoginFlags & {readonly watch?: true},
): Promise<Login | undefined> {
	const [flag] = flagsIn(flags);
	if (flag === undefined) {
		return undefined;
	}

	const [id = '', ...more] = ids;
	const kind = more.length === 0 ? loginAt({id}) : undefined;
	if (kind === undefined) {
		const fault = `${flag} goes with one connection, "sql-tcp" or "mail".`;
		throw new Failure('usage', fault);
	}

	if (flags.watch) {
		throw new Failure('usage', `${flag} is tried once, so it does not go with --watch.`);
	}

	return kind === 'sql' ? sqlLogin(flags) : mailLogin(flags);
}

function flagsIn(flags: LoginFlags): readonly string[] {
	const {login, passwordFd, database, messageTo} = flags;
	return [
		...(login === undefined ? [] : ['--login']),
		...(passwordFd === undefined ? [] : ['--password-fd']),
		...(database === undefined ? [] : ['--database']),
		...(messageTo === undefined ? [] : ['--message-to']),
	];
}

async function sqlLogin({messageTo, database, ...flags}: LoginFlags): Promise<Login> {
	if (messageTo !== undefined) {
		throw new Failure('usage', '--message-to goes with the connection "mail".');
	}

	const account = await readAccount(flags);
	if (account === undefined) {
		throw new Failure('usage', '--database needs --login and --password-fd.');
	}

	return {for: 'sql', account, ...(database === undefined ? {} : {database})};
}

async function mailLogin({messageTo, database, ...flags}: LoginFlags): Promise<Login> {
	if (database !== undefined) {
		throw new Failure('usage', '--database goes with the connection "sql-tcp".');
	}

	const recipient = messageTo === undefined ? undefined : readMailAddress(messageTo);
	if (recipient?.fault !== undefined) {
		throw new Failure('usage', recipient.fault);
	}

	const account = await readAccount(flags);
	return {
		for: 'mail',
		...(account === undefined ? {} : {account}),
		...(recipient === undefined ? {} : {messageTo: recipient.value}),
	};
}

async function readAccount({
	login: user,
	passwordFd,
}: Pick<LoginFlags, 'login' | 'passwordFd'>): Promise<Account | undefined> {
	if (user === undefined && passwordFd === undefined) {
		return undefined;
	}

	if (user === undefined || passwordFd === undefined) {
		throw new Failure('usage', '--login and --password-fd go together.', {
			remedies: ['The password is read from that open file; 0 is standard input.'],
		});
	}

	if (user.trim() === '') {
		throw new Failure('usage', '--login needs the name of a user.');
	}

	return {user, password: await readPassword(passwordFd)};
}
