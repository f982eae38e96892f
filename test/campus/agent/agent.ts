import {mkdir, rm, writeFile} from 'node:fs/promises';
import {dirname} from 'node:path';
import process from 'node:process';
import {killCompanions} from './companions.js';
import {connect, hangUp, say} from './connect.js';
import {dial} from './dial.js';
import {heard, listen, stopListening} from './listen.js';
import {
	type Reply,
	type Request,
	readyId,
	type Tasks,
	type TextFile,
} from './messages.js';
import {makePrivate} from './private-files.js';

// Runs in namespaces of its own, which live as long as this process and what it started.

const tasks: {
	readonly [Name in keyof Tasks]: (
		given: Tasks[Name]['given'],
	) => Tasks[Name]['result'] | Promise<Tasks[Name]['result']>;
} = {listen, heard, stopListening, dial, connect, say, hangUp, write};

async function write({path, text, mode}: TextFile) {
	await mkdir(dirname(path), {recursive: true});
	// A link, like some machines' resolv.conf, would lead to a file nobody reads.
	await rm(path, {force: true});
	await writeFile(path, text, {mode});
	return null;
}

function answer({task, given}: Request) {
	return (tasks[task] as (given: Request['given']) => unknown)(given);
}

function send(reply: Reply) {
	process.send?.(reply);
}

process.on('message', async (request: Request) => {
	const {id} = request;
	try {
		send({id, result: (await answer(request)) as Tasks[keyof Tasks]['result']});
	} catch (error) {
		send({id, error: String(error)});
	}
});

process.on('disconnect', () => {
	killCompanions();
	process.exit();
});

try {
	makePrivate(process.argv[2] ?? 'campus');
	send({id: readyId, result: null});
} catch (error) {
	send({id: readyId, error: String(error)});
}
