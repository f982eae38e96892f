import assert from 'node:assert/strict';
import {test} from 'node:test';
import {mirrorsIn} from '../../../source/probes/mirrors/mirror-list.js';

const metalink = `<?xml version="1.0" encoding="utf-8"?>
<metalink version="3.0" xmlns="http://www.metalinker.org/">
 <files>
  <file name="repomd.xml">
   <resources maxconnections="1">
    <url protocol="rsync" type="rsync" location="DE" preference="100">rsync://one.example/epel/8/repodata/repomd.xml</url>
    <url protocol="http" type="http" location="DE" preference="98" >http://two.example/epel/8/repodata/repomd.xml</url>
    <url protocol="https" type="https" location="DE" preference="100" >https://one.example/epel/8/repodata/repomd.xml?a=b&amp;c=d</url>
    <url protocol="http" type="http" location="DE" preference="100" >http://one.example/epel/8/repodata/repomd.xml</url>
    <url protocol="https" type="https" location="FR" preference="99">https://three.example:8443/repomd.xml</url>
   </resources>
  </file>
 </files>
</metalink>
`;

const list = `# repo = remi arch = x86_64
http://one.example/remi/8/
https://two.example/remi/8
ftp://three.example/remi/8/
http://one.example/remi/again/
`;

const repodata = 'repodata/repomd.xml';

for (const [what, text, files] of [
	[
		'a metalink is read in the order of its preferences',
		metalink,
		[
			`https://one.example/epel/8/${repodata}?a=b&c=d`,
			'https://three.example:8443/repomd.xml',
			`http://two.example/epel/8/${repodata}`,
		],
	],
	[
		'a mirror list names folders, in its own order',
		list,
		[`http://one.example/remi/8/${repodata}`, `https://two.example/remi/8/${repodata}`],
	],
	[
		'lines may end as on Windows',
		'http://one.example/a\r\nhttp://two.example/b\r\n',
		[`http://one.example/a/${repodata}`, `http://two.example/b/${repodata}`],
	],
	[
		'addresses of hosts are hosts too',
		'http://[2001:db8::7]/a\nhttp://192.0.2.7/b\n',
		[`http://[2001:db8::7]/a/${repodata}`, `http://192.0.2.7/b/${repodata}`],
	],
	['a page is no list', '<html><a href="http://one.example/">One</a></html>', []],
	['an error of the server is no list', 'invalid repo or arch\n', []],
	['a login has no place in a list', 'http://user:secret@one.example/\n', []],
	['what is no address is passed over', 'http://\nhttp://one..example:99999/\n', []],
	[
		'an address without an end is passed over',
		`http://one.example/${'a'.repeat(600)}`,
		[],
	],
	['nothing is no list', '', []],
] as const) {
	test(what, () => {
		assert.deepEqual(mirrorsIn(text), files);
	});
}

test('an address of a list can have nothing in it that a terminal obeys', () => {
	const [file = ''] = mirrorsIn('http://one.example/\u001b[31m\u009b\u202e\n');
	assert.match(file, /^[\u0021-\u007e]+$/);
});

test('of a list without an end the first hosts count', () => {
	const lines = Array.from({length: 5000}, (_, index) => `http://m${index}.example/`);
	const files = mirrorsIn(lines.join('\n'));
	assert.equal(files.length, 20);
	assert.equal(files[0], `http://m0.example/${repodata}`);
});
