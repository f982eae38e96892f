import {once} from 'node:events';
import {connect} from 'node:net';
import process from 'node:process';
import {logInToSql} from '../../../source/probes/sql/log-in.js';

// A program of its own: which authorities are known is settled when Node.js starts.

const [, , port = '', password = ''] = process.argv;
const socket = connect(Number(port), '127.0.0.1');
await once(socket, 'connect');
const seen = await logInToSql(
	socket,
	{
		for: 'sql',
		host: 'localhost',
		port: Number(port),
		account: {user: 'looker', password},
		isStrict: true,
	},
	new AbortController().signal,
);
process.stdout.write(seen.outcome);
