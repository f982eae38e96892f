import {spawn} from 'node:child_process';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {pathToFileURL} from 'node:url';
import {isInstalled} from '../campus/need.js';
import {openDevTools} from './dev-tools.js';

export type Look = {
	readonly width: number;
	readonly height?: number;
	readonly isDark?: boolean;
	readonly isPaper?: boolean;
};

/** A page as a person would see it, in a browser without a window and without a network. */
export type Browser = {
	readonly show: (html: string) => Promise<void>;
	readonly look: (look: Look) => Promise<void>;
	/** What an expression in the page gives, or will give. */
	readonly evaluate: <Value>(expression: string) => Promise<Value>;
	/** The page as PNG: its first pixels down to this one; all of it, up to 12,000, unless told. */
	readonly picture: (bottom?: number) => Promise<Buffer>;
	readonly pdf: () => Promise<Buffer>;
	/** All that pages asked for, themselves among them. */
	readonly requests: readonly string[];
	/** What pages were refused, and what else the browser has to say against them. */
	readonly complaints: readonly string[];
	readonly close: () => Promise<void>;
};

// What the DevTools answer, as far as it is read here.
type Evaluated<Value> = {
	readonly result: {readonly value: Value; readonly description?: string};
	readonly exceptionDetails?: object;
};
type Metrics = {
	readonly cssContentSize: {readonly width: number; readonly height: number};
};
type Data = {readonly data: string};

/** For `suite(name, {skip: chromiumSkip()}, …)`. In CI nothing is skipped in silence. */
export function chromiumSkip(): string | false {
	if (isInstalled('chromium')) {
		return false;
	}

	const obstacle = 'Pages are looked at with the package "chromium".';
	const {CI: isCi} = process.env;
	if (isCi) {
		throw new Error(obstacle);
	}

	return obstacle;
}

/** Starts Chromium with a profile of its own. Whatever it writes is in the folder. */
export async function openBrowser(folder: string): Promise<Browser> {
	const child = spawn(
		'chromium',
		[
			'--headless',
			'--remote-debugging-pipe',
			// Chromium's sandbox does not work for root.
			...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
			`--user-data-dir=${join(folder, 'profile')}`,
			'--host-resolver-rules=MAP * ~NOTFOUND',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-dev-shm-usage',
			'--disable-extensions',
			'--disable-gpu',
			'--disable-sync',
			'--no-first-run',
			'about:blank',
		],
		{stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe']},
	);
	const exited = new Promise<void>(resolve => {
		child.once('exit', () => resolve());
	});
	const tools = await openDevTools(child);
	const requests: string[] = [];
	const complaints: string[] = [];
	tools.on<{readonly request: {readonly url: string}}>(
		'Network.requestWillBeSent',
		({request}) => requests.push(request.url),
	);
	tools.on<{readonly entry: {readonly text: string}}>('Log.entryAdded', ({entry}) =>
		complaints.push(entry.text),
	);
	for (const domain of ['Page', 'Network', 'Log', 'Runtime']) {
		await tools.send(`${domain}.enable`);
	}

	return {
		async show(html) {
			const file = join(folder, 'page.html');
			await writeFile(file, html);
			const loaded = tools.next('Page.loadEventFired');
			await tools.send('Page.navigate', {url: pathToFileURL(file).href});
			await loaded;
		},
		async look({width, height = 900, isDark = false, isPaper = false}) {
			const scheme = isDark ? 'dark' : 'light';
			await tools.send('Emulation.setDeviceMetricsOverride', {
				...{width, height, deviceScaleFactor: 1, mobile: false},
			});
			await tools.send('Emulation.setEmulatedMedia', {
				media: isPaper ? 'print' : 'screen',
				features: [{name: 'prefers-color-scheme', value: scheme}],
			});
		},
		async evaluate<Value>(expression: string) {
			const {result, exceptionDetails} = await tools.send<Evaluated<Value>>(
				'Runtime.evaluate',
				{expression, awaitPromise: true, returnByValue: true},
			);
			if (exceptionDetails !== undefined) {
				throw new Error(result.description ?? 'The expression threw.');
			}

			return result.value;
		},
		async picture(bottom = 12_000) {
			const {cssContentSize} = await tools.send<Metrics>('Page.getLayoutMetrics');
			const {width, height} = cssContentSize;
			const {data} = await tools.send<Data>('Page.captureScreenshot', {
				captureBeyondViewport: true,
				clip: {x: 0, y: 0, width, height: Math.min(height, bottom), scale: 1},
			});
			return Buffer.from(data, 'base64');
		},
		async pdf() {
			await tools.send('Emulation.setEmulatedMedia', {media: 'print', features: []});
			const {data} = await tools.send<Data>('Page.printToPDF', {preferCSSPageSize: true});
			return Buffer.from(data, 'base64');
		},
		requests,
		complaints,
		async close() {
			child.kill();
			await exited;
		},
	};
}
