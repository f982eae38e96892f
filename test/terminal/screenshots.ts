import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {furnishAppliance} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {usualServices} from '../campus/services/index.js';
import {openBrowser} from '../helpers/chromium.js';
import {pictureOf, pngOf} from '../helpers/picture.js';
import type {Terminal} from '../helpers/terminal.js';
import {keys, pasted} from './keys.js';
import {programOverSsh} from './ssh-session.js';

// Makes the pictures of the README from the real program, in the campus. Needs root.

const folder = 'assets/screenshots';

async function save(terminal: Terminal, name: string): Promise<void> {
	const png = pngOf(
		pictureOf(terminal.screen, {isCursorVisible: terminal.isCursorVisible()}),
	);
	await writeFile(`${folder}/${name}.png`, png);
}

async function main(): Promise<void> {
	await mkdir(folder, {recursive: true});
	await using campus = await openCampus({services: [...usualServices, 'ssh']});
	await furnishAppliance(campus);
	await campus.hosts.appliance.listen({protocol: 'tcp', port: 9999});
	const terminal = programOverSsh(campus, 'support');
	await terminal.shows(/Enter begin/);
	terminal.type(keys.enter);
	await terminal.shows(/What is the name/);
	terminal.type(`${keys.clear}analytics.uni.edu\r`);
	await terminal.shows(/Which networks/);
	terminal.type(pasted('10.20.0.0/16\n10.24.8.0/22\n10.20.4.0/24\n2001:db8:20::/48'));
	await terminal.shows(/already inside/);
	terminal.type('192.168.0.0/1');
	await terminal.shows(/a \/1 is a large part/);
	await save(terminal, 'viewers');
	terminal.type(`${keys.clear}\r`);
	await terminal.shows(/Which are your AppsAnywhere servers/);
	terminal.type('10.30.0.10\raa2.uni.edu\r\r');
	await terminal.shows(/Who may log in/);
	terminal.type('\r10.40.0.0/24\r\r');
	await terminal.shows(/Where is the SQL Server/);
	terminal.type('mssql.uni.edu');
	await terminal.shows(/✓ 10\.60\.0\.11, SQL Server/);
	await save(terminal, 'sql');
	terminal.type('\r\r\r\r');
	await terminal.shows(/Through which mail relay/);
	terminal.type('smtp.uni.edu\r\r\r');
	await terminal.shows(/How does this server reach time/);
	terminal.type('\r\r');
	await terminal.shows(/Which connections may this server open/);
	terminal.type(keys.down);
	await terminal.shows(/nobody has observed yet/);
	await save(terminal, 'outbound');
	terminal.type(keys.up);
	await terminal.shows(/Updates, the licence check/);
	terminal.type('\r');
	await terminal.shows(/What you answered[\s\S]*A apply/);
	await save(terminal, 'review');
	terminal.type('a');
	await terminal.shows(/Press \d to keep the new rules/, 20_000);
	await terminal.shows(/Applied [3-9] seconds ago[\s\S]*still work/);
	await save(terminal, 'trial');
	terminal.type(/Press (\d)/.exec(terminal.text())?.[1] ?? '');
	await terminal.shows(/of 22 rows proven(?!.*probing)/, 20_000);
	await save(terminal, 'results');
	terminal.type('w');
	await terminal.shows(/nobody has knocked yet/);
	const {viewer, stranger} = campus.hosts;
	const knock = {address: '10.10.0.10', protocol: 'tcp', port: 9999} as const;
	await stranger.dial(knock);
	await terminal.shows(/10\.99\.0\.9/);
	await viewer.dial(knock);
	await terminal.shows(/10\.20\.0\.7/);
	await save(terminal, 'waiting');
	terminal.type(keys.escape);
	await terminal.shows(/of 22 rows proven(?!.*probing)/, 20_000);
	terminal.type(keys.down.repeat(2));
	terminal.type('m');
	await terminal.shows(/For the vendor, as it can be mailed/);
	await save(terminal, 'message');
	terminal.type('c');
	await terminal.shows(/^(?![\s\S]*Please tell)[\s\S]*▀{3}/);
	await save(terminal, 'code');
	terminal.type(keys.escape);
	await terminal.shows(/as it can be mailed/);
	terminal.type(keys.escape);
	await terminal.shows(/Q leave/);
	terminal.type('q');
	await terminal.exited;
	await saveRequest(campus);
}

/** The change request as a browser shows it. */
async function saveRequest({hosts: {appliance}}: Campus): Promise<void> {
	const report = ['dist/cli.js', 'report', '--for', 'network', '--format', 'html'];
	const {stdout} = await appliance.run(process.execPath, report);
	const profile = await mkdtemp(join(tmpdir(), 'analytics-setup-test-'));
	const browser = await openBrowser(profile);
	try {
		await browser.show(stdout);
		await browser.look({width: 1280});
		await writeFile(`${folder}/request.png`, await browser.picture(900));
	} finally {
		await browser.close();
		await rm(profile, {recursive: true, force: true});
	}
}

await main();
