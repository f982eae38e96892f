import {cp, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {execa} from 'execa';

/** What rpm said, and how it ended. */
export type RpmResult = {
	readonly exitCode: number | undefined;
	readonly stdout: string;
	/** Its errors; what Debian's rpm says about being used on Debian is left out. */
	readonly errors: readonly string[];
};

/**
 * A system with nothing in it but what is installed there: no shell, no systemd, no Node, and
 * a database of packages of its own.
 */
export type ScratchRoot = {
	readonly path: string;
	readonly inside: (...parts: readonly string[]) => string;
	/** Runs rpm on this system, without a network. */
	readonly rpm: (...arguments_: readonly string[]) => Promise<RpmResult>;
	/** The command that runs a program in this system. */
	readonly enter: (
		file: string,
		arguments_?: readonly string[],
	) => readonly [file: string, arguments_: readonly string[]];
	/** Every path that is there, but for rpm's database. */
	readonly paths: () => Promise<readonly string[]>;
	/** Gives it programs of this machine, with the libraries that they need. */
	readonly furnish: (programs: readonly string[]) => Promise<void>;
	readonly remove: () => Promise<void>;
};

export async function makeScratchRoot(): Promise<ScratchRoot> {
	const path = await mkdtemp(join(tmpdir(), 'analytics-setup-root-'));
	const inside = (...parts: readonly string[]) => join(path, ...parts);
	return {
		path,
		inside,
		async rpm(...arguments_) {
			const own = ['--root', path, '--dbpath', '/var/lib/rpm', ...arguments_];
			const {exitCode, stdout, stderr} = await execa(
				'unshare',
				['--net', '--', 'rpm', ...own],
				{reject: false, env: {LC_ALL: 'C'}},
			);
			const errors = stderr.split('\n').filter(line => !/^rpm: |^$/.test(line));
			return {exitCode, stdout, errors};
		},
		enter: (file, arguments_ = []) => [
			'env',
			[
				...['--ignore-environment', ...environment, 'unshare', '--mount'],
				...[`--root=${path}`, '--mount-proc', '--', file, ...arguments_],
			],
		],
		async paths() {
			const {stdout} = await execa('find', [path, '-mindepth', '1', '-printf', '/%P\n']);
			return stdout
				.split('\n')
				.filter(found => !found.startsWith('/var/lib/rpm/'))
				.toSorted();
		},
		async furnish(programs) {
			for (const folder of ['dev', 'proc', 'tmp', 'etc/ssl/certs']) {
				await mkdir(inside(folder), {recursive: true});
			}

			const devices = ['null', 'tty', 'urandom'].map(name => `/dev/${name}`);
			await execa('cp', ['--archive', ...devices, inside('dev')]);
			await writeFile(inside('etc/passwd'), 'root:x:0:0:root:/root:/bin/bash\n');
			for (const program of programs) {
				await copyWithLibraries(program, path);
			}
		},
		remove: () => rm(path, {recursive: true}),
	};
}

/** What a login at a console has, and nothing else of this machine's. */
const environment = [
	'PATH=/usr/sbin:/usr/bin:/sbin:/bin',
	'TERM=xterm-256color',
	'LANG=C.UTF-8',
	'HOME=/root',
];

/** What is in the root already is given its libraries only. */
async function copyWithLibraries(program: string, root: string): Promise<void> {
	const {stdout} = await execa('ldd', [program]);
	const libraries = [...stdout.matchAll(/(?<=\s)\/\S+/g)].map(([library]) => library);
	for (const file of program.startsWith(root) ? libraries : [program, ...libraries]) {
		await mkdir(dirname(join(root, file)), {recursive: true});
		await cp(file, join(root, file), {dereference: true});
	}
}
