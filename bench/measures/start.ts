import {join} from 'node:path';
import process from 'node:process';
import {bundlePeer} from '../bundle-peer.js';
import type {Finding} from '../finding.js';
import type {Measure} from '../measure.js';
import {findingOf, inPairs} from '../pairs.js';
import {programs} from '../programs.js';
import {type Command, runTime} from '../run-time.js';
import {describeStart} from '../start-profile.js';

const pairs = 21;
const answers = 'assets/answers.example.yaml';
const bareNode: Command = [process.execPath, '-e', '0'];

const planNeeds =
	'`plan` is the one that does not reach its limit. It reads YAML, checks it and asks `ip`: the libraries for that, which stand beside it without anything of ours, take longer than the limit by themselves.';

/** A whole run of a command that loads no Ink, beside the runtime that does nothing. */
export const start: Measure = {
	name: 'start',
	needsRoot: true,
	async find({folder, say}) {
		const root = join(folder, 'root');
		const findings: Finding[] = [];
		const libraries = await bundlePeer('read-answers.ts', folder);
		for (const [kind, program] of programs) {
			for (const arguments_ of [
				['--version'],
				['status', '--json'],
				['plan', '--answers', answers],
			]) {
				say(`${arguments_[0]}, ${kind}`);
				const own: Command = [...program, ...arguments_, '--root', root];
				const pair = await inPairs(
					pairs,
					() => runTime(own),
					() => runTime(bareNode),
				);
				const what = `start of ${arguments_.slice(0, 2).join(' ')}, ${kind}`;
				findings.push(
					findingOf(pair, 'ms', [what, 'node -e 0'], {of: 'ratio', atMost: 1.6}),
				);
			}

			say(`plan, ${kind}, beside its libraries`);
			const pair = await inPairs(
				pairs,
				() => runTime([...program, 'plan', '--answers', answers, '--root', root]),
				() => runTime([...libraries, '--path', answers]),
			);
			const peer = 'its libraries alone, bundled';
			findings.push(findingOf(pair, 'ms', [`start of plan, ${kind}`, peer]));
		}

		return {findings, details: `${planNeeds}\n\n${await describeStart()}`};
	},
};
