import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {constants} from 'node:os';
import process from 'node:process';
import {answersPath, furnishAppliance, publicAuthority} from './appliance.js';
import {type Campus, openCampus} from './campus.js';
import {campusObstacle} from './need.js';
import {usualServices} from './services/index.js';

// For people: the wizard, or the program given on the command line, inside the appliance.

async function main() {
	const obstacle = campusObstacle();
	if (obstacle) {
		console.error(obstacle);
		return 2;
	}

	const campus = await openCampus({services: [...usualServices, 'ssh']});
	try {
		await furnish(campus);
		const {appliance, viewer} = campus.hosts;
		console.error(
			`Mock services on 9999 and 19999, sshd on 22, answers in ${answersPath}`,
		);
		console.error(`As a viewer: sudo ${commandLine(viewer.enter('bash'))}`);
		const given = process.argv
			.slice(2)
			.filter((word, index) => index > 0 || word !== '--');
		const [file = process.execPath, ...arguments_] =
			given.length > 0 ? given : [process.execPath, 'dist/cli.js'];
		return await visit(appliance.enter(file, arguments_));
	} finally {
		await campus.close();
	}
}

async function furnish(campus: Campus) {
	const {appliance} = campus.hosts;
	await Promise.all([
		furnishAppliance(campus),
		appliance.listen({protocol: 'tcp', port: 9999}),
		appliance.listen({protocol: 'tcp', port: 19_999}),
	]);
}

async function visit([file, arguments_]: ReturnType<Campus['router']['enter']>) {
	// Ctrl-C is for the program on the terminal; the campus closes when that ends.
	process.on('SIGINT', () => {});
	const visitor = spawn(file, arguments_, {
		stdio: 'inherit',
		env: {...process.env, ...publicAuthority},
	});
	const [code, signal] = (await once(visitor, 'exit')) as [number, NodeJS.Signals | null];
	return signal ? 128 + constants.signals[signal] : code;
}

const commandLine = ([file, arguments_]: ReturnType<Campus['router']['enter']>) =>
	[file, ...arguments_].join(' ');

process.exitCode = await main();
