import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {furnishAppliance} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import type {Fault, Surroundings} from '../campus/faults/fault.js';
import {escapingPeers, floods} from '../campus/faults/hostile.js';
import {runUnder} from '../campus/faults/probe-under.js';
import {campusSkip} from '../campus/need.js';

/** Characters that are not seen, and make others look otherwise. */
const control = /[\p{Cc}\p{Cf}]/u;

/** All the strings of a JSON text, as a program gets them that reads it. */
function stringsIn(json: string): string {
	const strings: string[] = [];
	JSON.parse(json, (_key, value: unknown) => {
		if (typeof value === 'string') {
			strings.push(value);
		}
	});
	return strings.join('\n');
}

/** All the names of several faults, as one run finds them. */
async function bringAboutAll(
	faults: readonly Fault[],
	campus: Campus,
): Promise<Surroundings> {
	const all = await Promise.all(faults.map(fault => fault.bringAbout(campus)));
	return {names: Object.assign({}, ...all.map(({names}) => names))};
}

for (const [title, faults, words] of [
	['words without an end', floods, ['no mail server']],
	['terminal escapes', escapingPeers, ['554 go away', 'evil.example', '"Evil ']],
] as const) {
	suite(`peers that do harm with ${title}`, {skip: campusSkip()}, () => {
		let campus: Campus;
		let surroundings: Surroundings;
		before(async () => {
			campus = await openCampus();
			await furnishAppliance(campus);
			surroundings = await bringAboutAll(faults, campus);
		});
		after(() => campus.close());

		const isPlain = (text: string) => {
			for (const word of words) {
				assert.ok(text.includes(word), `"${word}" is not in ${text}`);
			}

			assert.doesNotMatch(text.replaceAll(/[\n\t]/g, ''), control);
		};

		for (const [place, arguments_, textOf] of [
			['on the screen', ['probe'], (text: string) => text],
			['in JSON', ['probe', '--json'], stringsIn],
			['in a report', ['report'], (text: string) => text],
		] as const) {
			test(`${place} they are plain text`, async () => {
				const {stdout, stderr} = await runUnder(campus, surroundings, arguments_);
				isPlain(textOf(stdout));
				assert.doesNotMatch((stdout + stderr).replaceAll(/[\n\t]/g, ''), control);
			});
		}

		test('what is kept of them is plain text', async () => {
			const path = '/var/lib/analytics-setup/results.json';
			const {stdout} = await campus.hosts.appliance.run('cat', [path]);
			isPlain(stringsIn(stdout));
		});
	});
}
