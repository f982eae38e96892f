import {cp} from 'node:fs/promises';
import {delimiter, dirname, join} from 'node:path';
import process from 'node:process';
import {parse} from 'yaml';
import {answersPath, furnishAppliance, publicAuthority} from '../campus/appliance.js';
import {atTime} from '../campus/at-time.js';
import {openCampus} from '../campus/campus.js';
import {filesUnder} from '../campus/faults/files-under.js';
import {filesOf} from '../campus/run-inside.js';
import {buildProgram} from './build-program.js';
import {startCallers} from './callers.js';
import {coverMachine} from './cover-machine.js';
import {draftOf} from './draft-of.js';
import {networks} from './networks.js';
import {servicesHere} from './services-here.js';
import type {Visit} from './visit.js';

const draftPath = '/var/lib/analytics-setup/draft.json';

const programFolder = '/run/program';

/** Where papers are saved, and whatever is temporary: in memory, like all that is written. */
const home = '/run/home';

/** What tells of the terminal. A proxy or an SSH session of the machine is not the server's. */
const aboutTerminal =
	/^(?:TERM|COLORTERM|LANG|LC_.*|NO_COLOR|FORCE_COLOR|ACCESSIBLE|INK_SCREEN_READER)$/;

/** A command that shows what is to be seen. */
type Command = readonly [
	file: string,
	arguments_: readonly string[],
	environment: NodeJS.ProcessEnv,
];

/** Builds the network of a visit, in this process's namespaces, up to the wizard in it. */
export async function openNetwork({
	network,
	beginning,
	command,
}: Visit): Promise<Command> {
	coverMachine();
	const [campus] = await Promise.all([
		openCampus({services: servicesHere()}),
		buildProgram(programFolder),
	]);
	const {appliance} = campus.hosts;
	// Each host has a /run of its own.
	await cp(programFolder, join(filesOf(appliance), programFolder), {
		recursive: true,
		verbatimSymlinks: true,
	});
	await furnishAppliance(campus);
	const fault = networks.find(({name}) => name === network)?.fault;
	const surroundings = (await fault?.bringAbout(campus)) ?? {};
	const {hosts, answers} = await filesUnder(appliance, surroundings);
	await Promise.all([
		appliance.write('/etc/hosts', hosts),
		appliance.write(answersPath, answers),
		appliance.run('mkdir', [home]),
		beginning === 'typed' && appliance.write(draftPath, draftOf(parse(answers)), 0o600),
		startCallers(campus),
	]);
	const flags = beginning === 'given' ? ['--answers', answersPath] : [];
	const [file = '', ...arguments_] =
		command.length > 0 ? command : ['analytics-setup', ...flags];
	const {clock, environment} = surroundings;
	const told = [file, ...arguments_] as const;
	const [first, ...rest] = clock === undefined ? told : atTime(clock, told);
	const [enter, inside] = appliance.enter(first, rest);
	const folders = [programFolder, dirname(process.execPath), process.env.PATH];
	const path = folders.join(delimiter);
	const own = {HOME: home, TMPDIR: home, PATH: path};
	return [enter, inside, {...ofTerminal(), ...publicAuthority, ...own, ...environment}];
}

function ofTerminal(): NodeJS.ProcessEnv {
	return Object.fromEntries(
		Object.entries(process.env).filter(([name]) => aboutTerminal.test(name)),
	);
}
