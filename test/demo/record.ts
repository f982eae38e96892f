import {writeFile} from 'node:fs/promises';
import process from 'node:process';
import {animationOf, type Frame} from '../helpers/animation.js';
import {pictureOf, pngOf} from '../helpers/picture.js';
import {startTerminal} from '../helpers/terminal.js';
import {keys} from '../terminal/keys.js';

// Makes the animation at the top of the README from the real demo: assets/screenshots/demo.svg,
// and its still, demo.png.

const folder = 'assets/screenshots';
const demo = [...process.execArgv, 'test/demo/demo.ts', '--fault', 'license'];

async function main(): Promise<void> {
	const frames: Frame[] = [];
	const terminal = startTerminal(process.execPath, demo);
	const look = (seconds: number) => {
		const isCursorVisible = terminal.isCursorVisible();
		frames.push({picture: pictureOf(terminal.screen, {isCursorVisible}), seconds});
	};
	const press = async (key: string, wanted: RegExp, seconds: number, limit = 20_000) => {
		terminal.type(key);
		await terminal.shows(wanted, limit);
		look(seconds);
	};

	await terminal.shows(/Enter go on/, 20_000);
	await press(keys.enter, /What is the name/, 1);
	await press(keys.enter, /Which networks/, 1);
	for (const typed of ['10.24', '10.24.8.0', '10.24.8.0/22']) {
		terminal.type(keys.clear);
		await press(typed, new RegExp(`▸ ${typed}\\s`), 0.6);
	}

	await press(keys.enter, /10\.24\.8\.0\/22 +1,024/, 1);
	await press(keys.enter, /Which are your AppsAnywhere/, 0.7);
	await press(keys.enter, /Who may log in/, 0.7);
	await press(keys.enter.repeat(2), /Where is the SQL Server/, 0.4);
	await press(keys.down, /✓ 10\.60\.0\.11, SQL Server/, 1.6);
	await press(keys.enter.repeat(3), /Through which mail relay/, 0.7);
	await press(keys.enter.repeat(3), /How does this server reach time/, 0.7);
	await press(keys.enter.repeat(2), /Which connections may this server open/, 0.7);
	await press(keys.enter, /What you answered[\s\S]*A apply/, 3);
	await press('a', /Applied \d+ seconds ago/, 1);
	await press('', /New logins seen: 10\.40\.0\.7/, 2.5);
	await press('k', /\d+ of 22 rows proven.*probing/, 0.8);
	await press('', /1[0-4] of 22 rows proven.*probing/, 1.2);
	await press('', /of 22 rows proven · to act(?!.*probing)/, 4.5);
	const still = frames.length - 1;
	await press('m', /For the network team, as it can be mailed/, 4);
	terminal.close();
	await terminal.exited;
	await writeFile(`${folder}/demo.svg`, animationOf(frames, still));
	await writeFile(`${folder}/demo.png`, pngOf(frames[still]?.picture ?? ''));
}

await main();
