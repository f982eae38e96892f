import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	addressesOf,
	admitToSupport,
	shutOutLogins,
} from '../../source/wizard/reviewed.js';
import {exampleAnswers} from '../helpers/recorded-machine.js';
import {address} from '../helpers/sample.js';

const login = (text: string, isSelf = false) => ({
	peer: address(text),
	port: 22,
	isSelf,
	isLogin: true,
});
const viewer = {...login('10.98.0.9'), port: 9999, isLogin: false};

test('only logins could still mend things, and only those that are not accepted count', () => {
	const shutOut = [login('10.99.0.9', true), login('10.99.0.10'), viewer];
	assert.deepEqual(shutOutLogins({shutOut}), shutOut.slice(0, 2));
	assert.deepEqual(shutOutLogins({shutOut}, [address('10.99.0.9')]), [shutOut[1]]);
});

test('an address that is logged in twice is named once', () => {
	const addresses = addressesOf([login('10.99.0.9', true), login('10.99.0.9')]);
	assert.deepEqual(addresses, [address('10.99.0.9')]);
});

test('an address is added to the sources of support, IPv4 and IPv6', () => {
	const {support} = admitToSupport(exampleAnswers, [
		address('10.99.0.9'),
		address('2001:db8:99::9'),
	]);
	assert.deepEqual(support, {
		enabled: true,
		sources: ['10.40.0.0/24', '10.99.0.9/32', '2001:db8:99::9/128'],
	});
});

test('enabling support opens it for nobody who was left over from before', () => {
	const closed = {
		...exampleAnswers,
		support: {enabled: false, sources: ['10.40.0.0/24']},
	};
	assert.deepEqual(admitToSupport(closed, [address('10.99.0.9')]).support, {
		enabled: true,
		sources: ['10.99.0.9/32'],
	});
});
