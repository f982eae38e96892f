import process from 'node:process';
import {forwardNames} from '../../../source/commands/forward-names.js';
import {pathsFor} from '../../../source/host/paths.js';
import {usualBounds} from '../../../source/names/follow-bounds.js';
import {followContext} from '../../../source/names/follow-context.js';
import {followNames} from '../../../source/names/follow-names.js';

// Runs inside a host: the part of the program that follows names, as the program puts it
// together, but with other bounds. See followers.ts.

const [, , given = ''] = process.argv;
if (given === 'forward-names') {
	forwardNames();
} else {
	await followNames({
		...followContext(pathsFor(undefined, true, process.env)),
		bounds: {...usualBounds, ...JSON.parse(given)},
		stop: new AbortController().signal,
	});
}
