import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {test} from 'node:test';
import fc from 'fast-check';
import {parseInstances} from '../../../source/probes/sql/ask-browser.js';

/** An answer of SQL Browser (MC-SQLR 2.2.5). */
function answer(text: string): Buffer {
	const length = Buffer.alloc(2);
	length.writeUInt16LE(Buffer.byteLength(text, 'latin1'));
	return Buffer.concat([Buffer.from([5]), length, Buffer.from(text, 'latin1')]);
}

test('an answer tells each instance with its version and its port', () => {
	const text =
		'ServerName;MSSQL;InstanceName;ANALYTICS;IsClustered;No;Version;15.0.2000.5;tcp;50123;;' +
		'ServerName;MSSQL;InstanceName;OTHER;IsClustered;No;Version;16.0.1000.6;np;\\\\MSSQL\\pipe\\sql;;';
	assert.deepEqual(parseInstances(answer(text)), [
		{name: 'ANALYTICS', version: '15.0.2000.5', port: 50_123},
		{name: 'OTHER', version: '16.0.1000.6', port: undefined},
	]);
});

for (const port of ['0', '65536', '-1', '1e3', '', 'x', '99999999']) {
	test(`a port of "${port}" is none`, () => {
		const [instance] =
			parseInstances(answer(`InstanceName;A;Version;15;tcp;${port};;`)) ?? [];
		assert.equal(instance?.name, 'A');
		assert.equal(instance?.port, undefined);
	});
}

test('control characters in an answer do not come through', () => {
	const [instance] = parseInstances(answer('InstanceName;A\u001b[2JB;tcp;1;;')) ?? [];
	assert.equal(instance?.name, 'AB');
});

test('rubbish is no answer, or one without instances, and never crashes', () => {
	fc.assert(
		fc.property(fc.uint8Array({maxLength: 200}), bytes => {
			const found = parseInstances(Buffer.from(bytes));
			assert.ok(found === undefined || Array.isArray(found));
		}),
	);
});

test('what does not begin as an answer is none', () => {
	assert.equal(parseInstances(Buffer.from([4, 1, 0, 65])), undefined);
	assert.equal(parseInstances(Buffer.from([5])), undefined);
});
