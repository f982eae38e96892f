import assert from 'node:assert/strict';
import process from 'node:process';
import {test} from 'node:test';
import {execa} from 'execa';
import {buildProgram} from '../../source/commands/program.js';

const {commands} = buildProgram();
const server = ['--backend', '--root'];
const answers = ['--answers', ...server];

for (const [about, flags, names] of [
	['files', [], ['check', 'schema', 'compare']],
	['this server', server, ['confirm', 'rollback', 'refresh']],
	[
		'answers for this server',
		answers,
		['setup', 'plan', 'apply', 'status', 'explain', 'probe', 'observe', 'report'],
	],
] as const) {
	for (const name of names) {
		test(`${name} is about ${about}, and has the flags for that`, () => {
			const {options} =
				commands.find(command => command.name() === name) ?? assert.fail(name);
			assert.deepEqual(
				options.flatMap(({long}) => long ?? []).filter(flag => answers.includes(flag)),
				flags,
			);
		});
	}
}

for (const line of [
	'check assets/answers.example.yaml --answers other.yaml',
	'schema --root /srv',
	'compare one.json other.json --backend files',
	'confirm --answers other.yaml',
]) {
	test(`"${line}" is refused, as one of its flags means nothing there`, async () => {
		const {exitCode, stdout, stderr} = await execa(
			process.execPath,
			['dist/cli.js', ...line.split(' ')],
			{reject: false},
		);
		assert.deepEqual([exitCode, stdout], [2, '']);
		assert.match(stderr, /^Unknown option '--(?:answers|root|backend)'\./);
	});
}
