import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {
	chmod,
	mkdir,
	mkdtemp,
	readdir,
	readFile,
	rename,
	rm,
	writeFile,
} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import process from 'node:process';
import {promisify} from 'node:util';
import {billOfMaterials} from './bill-of-materials.mjs';
import {bundledPackages} from './bundled-packages.mjs';
import {writeChecksums} from './checksums.mjs';
import {writeCodeCache} from './chunks/write-code-cache.mjs';
import {writeStart} from './chunks/write-start.mjs';
import {findRuntime} from './find-runtime.mjs';
import {runtimeParts} from './runtime-parts.mjs';
import {thirdPartyLicenses} from './third-party-licenses.mjs';

const run = promisify(execFile);

// `npm run executable -- arm64` makes it for the other architecture.
const [architecture = 'x64'] = process.argv.slice(2);
const strip = {x64: 'strip', arm64: 'aarch64-linux-gnu-strip'}[architecture];
const output = `release/analytics-setup-linux-${architecture}`;
const runtime = await findRuntime(architecture);
// The one that runs this puts the program in, as only its own version can take it out.
if (runtime.version !== process.versions.node) {
	throw new Error(`Node.js ${runtime.version} makes it: use npm run executable.`);
}

if (!existsSync('dist/chunks')) {
	throw new Error('There is no dist/ to be put into it: use npm run executable.');
}

// Megabytes for what was only just made: a screen makes little, and leaves most of it.
const lessMemory = '--max-semi-space-size=2';

await mkdir('release', {recursive: true});
// Beside what comes of it, which then takes its place in one step.
const work = await mkdtemp('release/.making-');
try {
	await writeExecutable(work);
	await describeContents();
	await rename(join(work, 'made'), output);
} finally {
	await rm(work, {recursive: true});
}

await writeChecksums();
process.stdout.write(`${output}\n`);

async function writeExecutable(folder) {
	const path = name => join(folder, name);
	// Only the runtime by itself: what is put into it afterwards would not outlive that.
	// Of these, what is put in leaves the headers pointing at bytes that are no longer theirs.
	const removed = ['.comment', '.gnu.build.attributes'];
	await run(strip, [
		...removed.map(section => `--remove-section=${section}`),
		`--output-file=${path('node')}`,
		join(runtime.folder, 'bin/node'),
	]);
	await writeStart('from-executable', {outfile: path('main.cjs')});
	// What V8 makes of them here is for a processor of this kind only.
	const canCompile = architecture === process.arch;
	if (canCompile) {
		await writeCodeCache('dist/chunks', path('code-cache'), [lessMemory]);
	}

	await writeFile(
		path('settings.json'),
		JSON.stringify({
			// Its path is put in too: that of the folder is another every time.
			main: 'main.cjs',
			mainFormat: 'commonjs',
			executable: 'node',
			output: 'made',
			disableExperimentalSEAWarning: true,
			// Nobody's NODE_OPTIONS is for us.
			execArgvExtension: 'none',
			// What is not final in Node.js is its own affair: this one never changes.
			execArgv: ['--disable-warning=ExperimentalWarning', lessMemory],
			assets: {
				...(await assetsFrom('chunks', 'dist/chunks')),
				...(canCompile && (await assetsFrom('code-cache', path('code-cache')))),
			},
		}),
	);
	await run(process.execPath, ['--build-sea', 'settings.json'], {cwd: folder});
	await chmod(path('made'), 0o755);
}

async function assetsFrom(name, folder) {
	const files = (await readdir(folder)).sort();
	return Object.fromEntries(
		files.map(file => [`${name}/${file}`, resolve(folder, file)]),
	);
}

/** Its licences, and the list of what it is made of. */
async function describeContents() {
	const program = JSON.parse(await readFile('package.json', 'utf8'));
	const packages = await bundledPackages();
	const node = {
		...{name: 'Node.js', version: runtime.version, license: 'MIT'},
		text: await readFile(join(runtime.folder, 'LICENSE'), 'utf8'),
	};
	const bill = billOfMaterials(program, {...node, ...runtimeParts()}, packages);
	await writeFile(
		'release/THIRD-PARTY-LICENSES.txt',
		thirdPartyLicenses([node, ...packages]),
	);
	await writeFile(
		'release/analytics-setup.cdx.json',
		`${JSON.stringify(bill, undefined, '\t')}\n`,
	);
}
