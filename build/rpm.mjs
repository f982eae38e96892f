import {execFile} from 'node:child_process';
import {mkdir, mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import process from 'node:process';
import {parseArgs, promisify} from 'node:util';
import {bundledParts} from './bundled-parts.mjs';
import {writeChecksums} from './checksums.mjs';
import {timeOfCommit} from './commit.mjs';

const run = promisify(execFile);
const own = JSON.parse(await readFile('package.json', 'utf8'));

// `npm run rpm -- arm64` packs the executable of the other architecture. The flags are for
// tests: another version, elsewhere, packed faster.
const {
	positionals: [architecture = 'x64'],
	values: {version, output, payload},
} = parseArgs({
	allowPositionals: true,
	options: {
		version: {type: 'string', default: own.version},
		output: {type: 'string', default: 'release'},
		payload: {type: 'string'},
	},
});
const target = {x64: 'x86_64', arm64: 'aarch64'}[architecture];
const executable = `release/analytics-setup-linux-${architecture}`;
await mkdir('release', {recursive: true});
// Tests that run at once must not build it at once.
const once = [process.execPath, 'build/executable-once.mjs', architecture];
await run('flock', ['release/.executable.lock', ...once]);

const work = await mkdtemp(join(tmpdir(), 'analytics-setup-rpm-'));
try {
	await mkdir(output, {recursive: true});
	const {stdout} = await run('rpmbuild', await rpmbuildArguments(), {
		env: {SOURCE_DATE_EPOCH: await timeOfCommit(), ...process.env},
	});
	process.stdout.write(`${/^Wrote: (.*)$/m.exec(stdout)[1]}\n`);
	if (output === 'release') {
		await writeChecksums();
	}
} finally {
	await rm(work, {recursive: true});
}

async function rpmbuildArguments() {
	const sbom = 'release/analytics-setup.cdx.json';
	const {licences, provides} = bundledParts(JSON.parse(await readFile(sbom, 'utf8')));
	const macros = {
		_topdir: work,
		_rpmdir: resolve(output),
		_build_name_fmt: '%%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm',
		// A dash may not be in a version; what comes before a version has a tilde.
		program_version: version.replaceAll('-', '~'),
		executable,
		sbom,
		third_party_licences: 'release/THIRD-PARTY-LICENSES.txt',
		licences,
		bundled: provides,
		...(payload === undefined ? {} : {_binary_payload: payload}),
	};
	return [
		...['-bb', '--build-in-place', `--target=${target}-linux`],
		...Object.entries(macros).flatMap(([name, value]) => [
			'--define',
			`${name} ${value}`,
		]),
		'packaging/analytics-setup.spec',
	];
}
