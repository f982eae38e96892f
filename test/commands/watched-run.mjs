import {ChildProcess} from 'node:child_process';
import files from 'node:fs';
import process from 'node:process';

// Loaded before the program: writes down what it loads, and which programs it starts.

const loaded = [];
const {readFileSync, writeFileSync} = files;
files.readFileSync = (path, ...options) => {
	if (String(path).includes('/chunks/')) {
		loaded.push(path);
	}

	return readFileSync(path, ...options);
};

const programs = [];
const {spawn} = ChildProcess.prototype;
ChildProcess.prototype.spawn = function (options) {
	programs.push(options.args.join(' '));
	return spawn.call(this, options);
};

process.on('exit', () => {
	writeFileSync(process.env.WATCHED_RUN, JSON.stringify({loaded, programs}));
});
