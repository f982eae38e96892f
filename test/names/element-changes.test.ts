import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	elementChanges,
	renderElementChanges,
} from '../../source/names/element-changes.js';
import type {FollowedName, KnownAddress} from '../../source/names/followed-name.js';
import {newName} from '../../source/names/learn.js';
import {address} from '../helpers/sample.js';

const known = (text: string, until: number): KnownAddress => ({
	address: address(text),
	since: 0,
	until,
});

function nameWith(...addresses: readonly KnownAddress[]): FollowedName {
	return {...newName('a.uni.edu', 0), addresses};
}

const scriptFor = (before: FollowedName, after: FollowedName, now: number) =>
	renderElementChanges(elementChanges(before, after, now), now);

test('only what is new, or stays longer, is written, and nothing new is taken away first', () => {
	const before = nameWith(known('192.0.2.1', 5000), known('192.0.2.2', 5000));
	const after = nameWith(
		known('192.0.2.1', 5000),
		known('192.0.2.2', 9000),
		known('2001:db8::1', 9000),
	);
	assert.equal(
		scriptFor(before, after, 1000),
		[
			'add element inet analytics_setup to-a.uni.edu-4 { 192.0.2.2 }',
			'delete element inet analytics_setup to-a.uni.edu-4 { 192.0.2.2 }',
			'add element inet analytics_setup to-a.uni.edu-4 { 192.0.2.2 timeout 8s }',
			'add element inet analytics_setup to-a.uni.edu-6 { 2001:db8::1 timeout 8s }',
			'',
		].join('\n'),
	);
});

test('what had to make room is taken away, and what has run out is gone by itself', () => {
	const before = nameWith(known('192.0.2.1', 5000), known('192.0.2.2', 900));
	assert.equal(
		scriptFor(before, nameWith(), 1000),
		[
			'add element inet analytics_setup to-a.uni.edu-4 { 192.0.2.1 }',
			'delete element inet analytics_setup to-a.uni.edu-4 { 192.0.2.1 }',
			'',
		].join('\n'),
	);
});

const one = {name: 'a.uni.edu', address: address('192.0.2.1')};

test('of several changes to one address the last one counts', () => {
	const script = renderElementChanges(
		[
			{...one, until: 5000, isThere: true},
			{...one, until: undefined, isThere: true},
			{...one, until: 3500, isThere: false},
		],
		1000,
	);
	assert.equal(script.match(/timeout/g)?.length, 1);
	assert.match(script, /^delete .* \{ 192\.0\.2\.1 \}$/m);
	assert.match(script, /192\.0\.2\.1 timeout 3s \}/);
});

test('what came and went again before anything was written is no change', () => {
	const script = renderElementChanges(
		[
			{...one, until: 5000, isThere: false},
			{...one, until: undefined, isThere: true},
		],
		1000,
	);
	assert.equal(script, '');
});

test('nothing to change is no script', () => {
	const same = nameWith(known('192.0.2.1', 5000));
	assert.equal(scriptFor(same, same, 1000), '');
});
