import {ChildProcess} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {registerHooks} from 'node:module';
import process from 'node:process';

// Loaded before the program: writes down what it loads, and which programs it starts.

const loaded = [];
registerHooks({
	load(url, context, nextLoad) {
		loaded.push(url);
		return nextLoad(url, context);
	},
});

const programs = [];
const {spawn} = ChildProcess.prototype;
ChildProcess.prototype.spawn = function (options) {
	programs.push(options.args.join(' '));
	return spawn.call(this, options);
};

process.on('exit', () => {
	writeFileSync(process.env.WATCHED_RUN, JSON.stringify({loaded, programs}));
});
