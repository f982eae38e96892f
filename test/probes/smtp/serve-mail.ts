import {once} from 'node:events';
import type {AddressInfo} from 'node:net';
import type {TestContext} from 'node:test';
import {SMTPServer, type SMTPServerOptions} from 'smtp-server';
import type {Account} from '../../../source/probes/login.js';
import {serveVisitors} from '../loopback.js';
import type {Certificate} from '../tls/certificates.js';

export type MailServer = {
	readonly identity: Certificate;
	/** Whose password is the right one. */
	readonly account: Account;
	readonly options?: SMTPServerOptions;
};

/** A real mail server on loopback, and what it has received. */
export async function serveMail(
	context: TestContext,
	{identity, account, options = {}}: MailServer,
) {
	const logins: string[] = [];
	const messages: string[] = [];
	const server = new SMTPServer({
		cert: identity.certificate,
		key: identity.key,
		disableReverseLookup: true,
		onAuth(login, _session, done) {
			const isRight =
				login.method === 'CRAM-MD5'
					? login.validatePassword(account.password)
					: login.password === account.password;
			logins.push(login.username ?? '');
			done(null, isRight ? {user: account.user} : {message: 'Wrong, try again'});
		},
		onData(stream, _session, done) {
			let text = '';
			stream.setEncoding('latin1').on('data', (part: string) => {
				text += part;
			});
			stream.on('end', () => {
				messages.push(text);
				done();
			});
		},
		...options,
	});
	server.on('error', () => undefined);
	server.listen(0, '127.0.0.1');
	await once(server.server, 'listening');
	context.after(() => new Promise<void>(resolve => server.close(resolve)));
	const {port} = server.server.address() as AddressInfo;
	return {port, logins, messages};
}

/**
 * A mock that answers each command by what a test has for it, and else that all is well;
 * an empty answer hangs up.
 */
export async function serveWords(
	context: TestContext,
	answers: Readonly<Record<string, string>>,
): Promise<number> {
	return serveVisitors(context, socket => {
		socket.write('220 mock\r\n');
		socket.on('data', data => {
			const line = String(data).trim();
			const known = Object.keys(answers).find(command => line.startsWith(command));
			const answer = known === undefined ? '250 fine' : answers[known];
			if (answer) {
				socket.write(`${answer}\r\n`);
			} else {
				socket.destroy();
			}
		});
	});
}
