import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {unicodeMarks} from '../../source/reports/marks.js';
import {Onlooker} from '../../source/wizard/onlooker.js';
import {recordedMachine} from '../helpers/recorded-machine.js';
import {exampleRecord, recordedTrial} from '../helpers/recorded-transactions.js';
import {mount} from '../helpers/screen.js';

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

const open = (sshClient?: string) => {
	const asked: string[] = [];
	const by = {user: 'jsmith', from: '10.40.0.8'};
	const machine = recordedMachine(sshClient === undefined ? {} : {sshClient});
	const trial = recordedTrial({...exampleRecord, by}, asked);
	screen = mount(<Onlooker machine={machine} trial={trial} marks={unicodeMarks} />);
	return {asked};
};

test('says whose trial it is, and may keep it by the same proof', async () => {
	const {asked} = open('10.40.0.7');
	await screen.shows(/A trial of jsmith from 10\.40\.0\.8; you look on, and may end it/);
	await screen.shows(/Press \d to keep/);
	screen.type(/Press (\d)/.exec(screen.text())?.[1] ?? '');
	assert.deepEqual(asked, ['keep, keypress']);
});

test('may undo it', async () => {
	const {asked} = open();
	await screen.shows(/U undo now/);
	screen.type('u');
	assert.deepEqual(asked, ['undo']);
});

test('a window that is too small says so, and the trial goes on', async () => {
	const {asked} = open();
	screen.resize({columns: 50, rows: 10});
	await screen.shows(/at\s+least\s+60 by 20/);
	screen.type('u');
	screen.resize({columns: 80, rows: 24});
	await screen.shows(/U undo now/);
	assert.deepEqual(asked, []);
});
