import process from 'node:process';
import {forwardNames} from '../../../source/commands/forward-names.js';
import {type ScenarioName, scenarios} from './scenarios.js';

// Runs inside a host: a scenario, or the process that asks the DNS there.

const [, , given = ''] = process.argv;
if (given === 'forward-names') {
	forwardNames();
} else {
	const found = await scenarios[given as ScenarioName]();
	process.stdout.write(JSON.stringify(found), () => process.exit());
}
