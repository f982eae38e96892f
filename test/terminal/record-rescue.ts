import {mkdir, writeFile} from 'node:fs/promises';
import {setTimeout as delay} from 'node:timers/promises';
import {answersPath, furnishAppliance, runProgram} from '../campus/appliance.js';
import {openCampus} from '../campus/campus.js';
import {usualServices} from '../campus/services/index.js';
import {pictureOf, pngOf} from '../helpers/picture.js';
import {recorder} from './asciicast.js';
import {keys, oneKey} from './keys.js';
import {shutOutSelf} from './shut-out-self.js';
import {programOverSsh} from './ssh-session.js';

// Records, in the campus, how somebody over SSH shuts their own address out and is
// rescued: docs/recordings/rescue.cast (asciicast 2) and a picture. Needs root.

const castPath = 'docs/recordings/rescue.cast';
const picturePath = 'assets/screenshots/rescue.png';
/** How long the new rules stay, in seconds. */
const trialSeconds = 15;

async function main(): Promise<void> {
	await using campus = await openCampus({services: [...usualServices, 'ssh']});
	await furnishAppliance(campus);
	const {appliance} = campus.hosts;
	await Promise.all(
		[9999, 19_999].map(port => appliance.listen({protocol: 'tcp', port})),
	);
	await runProgram(campus, ['apply', '--no-confirm', '--answers', answersPath]);

	const cast = recorder({
		columns: 80,
		rows: 24,
		title: 'Shut out by your own firewall rules over SSH, and rescued',
	});
	const terminal = programOverSsh(
		campus,
		'support',
		['--confirm-within', String(trialSeconds)],
		{onOutput: cast.write},
	);
	const watcher = {
		async type(text: string) {
			// As a person types.
			for (const key of text.match(oneKey) ?? []) {
				terminal.type(key);
				await delay(60);
			}
		},
		look: () => cast.pause(3),
	};
	await shutOutSelf(terminal, watcher);
	// Until the rules are loaded: nothing on a screen that hangs tells when.
	await delay(5000);
	cast.pause(4);
	cast.mark('The session hangs: no key arrives any more');
	await writeFile(
		picturePath,
		pngOf(pictureOf(terminal.screen, {isCursorVisible: false})),
	);
	await watcher.type('u');
	cast.pause(3);
	await terminal.shows(/The old rules are back/, 60_000);
	cast.mark('Nobody kept the new rules: the guard has put the old ones back');
	cast.pause(5);
	await watcher.type(keys.enter);
	await terminal.shows(/A apply/);
	cast.pause(2);
	await watcher.type(keys.interrupt);
	await terminal.shows(/Leave the setup/);
	await watcher.type(keys.enter);
	await terminal.exited;
	await mkdir('docs/recordings', {recursive: true});
	await writeFile(castPath, cast.text());
}

await main();
