import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readAnswersText} from '../../source/answers/answers-document.js';

/** The lines and reasons of the faults in a text. */
function faultsIn(text: string) {
	return readAnswersText('site.yaml', text).faults;
}

const multiplying = `a: &a [x,x,x,x,x,x,x,x,x]\n${['b', 'c', 'd', 'e']
	.map((key, index) => {
		const references = Array<string>(9).fill(`*${'abcd'[index]}`);
		return `${key}: &${key} [${references.join(',')}]`;
	})
	.join('\n')}\n`;

for (const [name, text, line, words] of [
	['nothing', '', 1, /no answers in this file/],
	['nothing but notes', '# later\n\n', 1, /no answers in this file/],
	['a list', '# site\n- version: 1\n', 2, /settings with a name each; this is a list/],
	['a word', 'answers\n', 1, /this is a single value/],
	['a setting that stands twice', 'version: 1\nsql: {}\nsql: {}\n', 3, /^"sql" stands/],
	['one of JSON that stands twice', '{"a": 1,\n"a": 2}', 2, /^"a" stands here a second/],
	['a tab before a setting', 'sql:\n\thost: a\n', 2, /A tab stands before/],
	['a bracket that is not closed', 'viewers: {subnets: [10.0.0.0/8\n', 2, /not closed/],
	['JSON that is cut off', '{"version": 1,\n"sql": {', 2, /not closed/],
	['a quote that is not closed', 'version: 1\na: "abc\n', 3, /a quote/],
	['a bracket too many', 'version: 1\na: {b: 1}}\n', 2, /one too many/],
	['a colon that is missing', 'version: 1\nsql\n', 2, /A colon/],
	['a colon within a value', 'version: 1\na: b: c\n', 2, /must stand in quotes/],
	['a line that is not indented well', 'a:\n  b: 1\n c: 2\n', 3, /the same column/],
	['an @ at the beginning', 'a: 1\nb: @c\n', 2, /must stand in quotes/],
	['a backslash', 'a: "C:\\Temp"\n', 1, /Write \\\\ for one/],
	['a second document', 'version: 1\n---\nversion: 1\n', 2, /second document/],
	['a tag of somebody’s own', 'a: 1\nversion: !number 1\n', 2, /in quotes/],
	['a directive', '%YAML 3.0\n---\na: 1\n', 1, /begins with %/],
	['a reference to nothing', 'a: 1\nversion: *nothing\n', 2, /names nothing/],
	['a reference for a name', '*a : 1\n', 1, /plain text/],
	['a reference to itself', 'a: 1\nb: &b [*b]\n', 2, /inside of what it refers to/],
	['references that multiply', multiplying, 1, /multiply/],
	['brackets without end', '['.repeat(100_000), 1, /nested too deep/],
] as const) {
	test(`${name} is told with its line`, () => {
		const [fault] = faultsIn(text);
		assert.match(fault?.reason ?? '', words);
		assert.match(fault?.reason ?? '', /^[^\n]*\.$/);
		assert.deepEqual(
			[fault?.file, fault?.line, fault?.path, fault?.value],
			['site.yaml', line, '', null],
		);
	});
}

test('faults in several lines are told at once, and one for each line', () => {
	const faults = faultsIn('a: 1\na: [1\nb: @c\n\td: 1\na: "\\q"\n');
	const lines = faults.map(({line}) => line);
	assert.deepEqual(lines, [...new Set(lines)]);
	assert.ok(lines.includes(2) && lines.includes(3), lines.join(' '));
});

test('lines are counted as editors do where a file comes from Windows', () => {
	const [fault] = faultsIn('version: 1\r\nsql: {}\r\n\r\nsql: {}\r\n');
	assert.deepEqual([fault?.line, fault?.column], [4, 1]);
});

for (const text of [
	'password: *hunter2\n',
	'password: !hunter2 x\n',
	'password: @hunter2\n',
	'password: "\\qhunter2"\n',
	'password: a: hunter2\n',
	'a: {password: x}hunter2\n',
	'a: "password" hunter2\n',
	'password: &a: hunter2\n',
	'- hunter2\n',
	'hunter2\n',
]) {
	test(`no message repeats the secret of ${JSON.stringify(text.replace('hunter2', '…'))}`, () => {
		const faults = faultsIn(text);
		assert.ok(faults.length > 0);
		assert.doesNotMatch(JSON.stringify(faults), /hunter2/);
	});
}

test('references that lead somewhere are followed', () => {
	const {document} = readAnswersText('site.yaml', 'a: &a [1, 2]\nb: *a\n');
	assert.deepEqual(document?.settings, {a: [1, 2], b: [1, 2]});
});

test('names of settings are texts, whatever they look like', () => {
	const {document} = readAnswersText('site.yaml', '8: a\nno: b\nnull: c\n');
	assert.deepEqual(document?.settings, {8: 'a', no: 'b', null: 'c'});
});
