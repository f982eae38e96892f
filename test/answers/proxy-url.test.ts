import assert from 'node:assert/strict';
import {test} from 'node:test';
import {formatAddress} from '../../source/addresses/address.js';
import {checkAnswers} from '../../source/answers/check.js';
import {faultInProxyUrl, proxyTarget} from '../../source/answers/proxy-url.js';
import {sampleInput} from '../helpers/sample.js';

for (const [text, host, port] of [
	['http://proxy.uni.edu:3128', 'proxy.uni.edu', 3128],
	['http://proxy.uni.edu:3128/', 'proxy.uni.edu', 3128],
	['http://proxy.uni.edu', 'proxy.uni.edu', 80],
	['https://proxy.uni.edu', 'proxy.uni.edu', 443],
	['HTTP://PROXY.uni.edu:8080', 'proxy.uni.edu', 8080],
	['http://10.0.0.8:3128', '10.0.0.8', 3128],
	['http://[2001:db8::8]:3128', '2001:db8::8', 3128],
] as const) {
	test(`${text} is a proxy at ${host}, port ${port}`, () => {
		assert.equal(faultInProxyUrl(text), undefined);
		const target = proxyTarget(text);
		assert.ok(target);
		const {host: found} = target;
		assert.equal(found.kind === 'name' ? found.name : formatAddress(found.address), host);
		assert.equal(target.port, port);
	});
}

for (const [name, text] of [
	['nothing', ''],
	['no protocol', 'proxy.uni.edu:3128'],
	['a protocol that is not a web proxy’s', 'socks5://proxy.uni.edu:1080'],
	['no host', 'http://:3128'],
	['a port that is too high', 'http://proxy.uni.edu:70000'],
	['port 0', 'http://proxy.uni.edu:0'],
	['a space', 'http://proxy.uni.edu :3128'],
	['a line end, which URLs lose', 'http://proxy.uni\n.edu:3128'],
	['a host name with an underscore', 'http://my_proxy:3128'],
	['an address with a leading zero, read as another', 'http://010.0.0.1:3128'],
	['an address with numbers left out', 'http://10.1:3128'],
	['an address as one number', 'http://2130706433:3128'],
	['a path, which no proxy has', 'http://proxy.uni.edu:3128/proxy.pac'],
	['a query', 'http://proxy.uni.edu:3128?a=b'],
	['slashes forgotten', 'http:proxy.uni.edu:3128'],
] as const) {
	test(`${name} is refused in a proxy URL: ${JSON.stringify(text)}`, () => {
		assert.match(
			faultInProxyUrl(text) ?? '',
			/It should look like http:\/\/proxy\.uni\.edu:3128\.$/,
		);
	});
}

for (const url of [
	'http://bob:s3cret@proxy.uni.edu:3128',
	'http://bob:s3cret@proxy uni.edu:3128',
	'http://:s3cret@proxy.uni.edu',
] as const) {
	test(`the password in ${url.replace('s3cret', '…')} is refused and said to nobody`, () => {
		const {faults} = checkAnswers({...sampleInput(), proxy: {url}});
		assert.deepEqual(
			faults.map(({path}) => path),
			['proxy.url'],
		);
		assert.doesNotMatch(JSON.stringify(faults), /s3cret/);
	});
}

test('a login in a proxy URL is refused with what to do about it', () => {
	assert.match(
		faultInProxyUrl('http://bob@proxy.uni.edu') ?? '',
		/Leave it out of the URL/,
	);
});

for (const [text, isSecure] of [
	['http://proxy.uni.edu:3128', false],
	['http://proxy.uni.edu:443', false],
	['https://proxy.uni.edu:3128', true],
	['HTTPS://proxy.uni.edu', true],
] as const) {
	test(`the proxy ${text} is spoken to ${isSecure ? 'with' : 'without'} TLS`, () => {
		assert.equal(proxyTarget(text)?.isSecure, isSecure);
	});
}
