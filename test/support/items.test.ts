import assert from 'node:assert/strict';
import {test} from 'node:test';
import {items} from '../../source/support/items/index.js';

test('each item has a name of its own, which a file can have anywhere', () => {
	const names = items.map(({name}) => name);
	assert.equal(new Set(names).size, names.length);
	for (const name of names) {
		assert.match(name, /^(?:[a-z]+\/)?[a-z-]+\.(?:txt|json|jsonl|html)$/);
	}
});

test('each title fits on a line of a terminal beside its size', () => {
	for (const {title} of items) {
		assert.ok(title.length <= 60, title);
	}
});
