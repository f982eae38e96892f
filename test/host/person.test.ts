import assert from 'node:assert/strict';
import process from 'node:process';
import {afterEach, test} from 'node:test';
import {
	currentPerson,
	describePerson,
	personAtConsole,
} from '../../source/host/person.js';
import {personSchema} from '../../source/host/person-schema.js';
import {address} from '../helpers/sample.js';

const before = {...process.env};
afterEach(() => {
	process.env = {...before};
});

for (const [name, environment, user] of [
	['sudo', {SUDO_USER: 'jsmith', LOGNAME: 'root'}, 'jsmith'],
	['a login', {SUDO_USER: undefined, LOGNAME: 'jsmith'}, 'jsmith'],
] as const) {
	test(`the person behind ${name} is who has logged in`, () => {
		for (const [key, value] of Object.entries(environment)) {
			if (value === undefined) {
				delete process.env[key];
			} else {
				process.env[key] = value;
			}
		}

		assert.equal(currentPerson(undefined).user, user);
	});
}

test('the address of the session is known, and left out at a console', () => {
	const session = {client: address('10.40.0.7'), clientPort: 50_022, port: 22};
	assert.equal(currentPerson(session).from, '10.40.0.7');
	assert.equal('from' in currentPerson(undefined), false);
});

test('where nobody has logged in there is no name, whoever this program runs as', () => {
	process.env.LOGNAME = 'root';
	assert.equal(personAtConsole().user, undefined);
	assert.ok(personSchema.safeParse(personAtConsole()).success);
});

for (const [person, words] of [
	[{user: 'root', from: '10.40.0.7'}, 'root from 10.40.0.7'],
	[{user: 'root', from: '10.40.0.7', terminal: '/dev/pts/0'}, 'root from 10.40.0.7'],
	[{user: 'root', terminal: '/dev/tty1'}, 'root at /dev/tty1'],
	[{user: 'root'}, 'root at no terminal'],
	[{terminal: '/dev/tty1'}, 'console tty1'],
	[{terminal: '/dev/ttyS0'}, 'serial console ttyS0'],
	[{terminal: '/dev/ttyAMA0'}, 'serial console ttyAMA0'],
	[{terminal: '/dev/hvc0'}, 'serial console hvc0'],
	[{terminal: '/dev/console'}, 'the console'],
	[{}, 'the console'],
] as const) {
	test(`they are called "${words}"`, () => {
		assert.equal(describePerson(person), words);
	});
}

for (const user of ['', 'a\nb', '\u001B[2J', '\u202Eroot', 'x'.repeat(65)]) {
	test(`${JSON.stringify(user)} is nobody's name`, () => {
		assert.equal(personSchema.safeParse({user}).success, false);
	});
}
