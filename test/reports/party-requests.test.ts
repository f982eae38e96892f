import assert from 'node:assert/strict';
import {test} from 'node:test';
import {requestsOf, untilThen} from '../../source/reports/party-requests.js';
import {blackholes, faultOf, runOf, server} from './sample-faults.js';

const waiting = faultOf('tcp.timeout', {
	...{id: 'sendgrid', destination: 'smtp.sendgrid.net', port: 587, address: null},
	...{verdict: 'skipped', detail: 'waits', remedy: null},
});

test('what needs the same is one request, and what waits for it stands with it', () => {
	const [request, ...others] = requestsOf(
		{owner: 'network'},
		runOf([...blackholes, waiting]),
		server,
	);
	assert.deepEqual(others, []);
	assert.match(request?.text ?? '', /^Please permit the following on every firewall/);
	assert.equal(request?.items.length, 6);
	assert.deepEqual(request.waiting, ['smtp.sendgrid.net 587/tcp']);
	assert.equal(
		untilThen(request.waiting),
		'Until then these wait: smtp.sendgrid.net 587/tcp.',
	);
});

test('nothing is asked of who has nothing to mend', () => {
	assert.deepEqual(requestsOf({owner: 'dns'}, runOf(blackholes), server), []);
});

test('this server itself is mended by the remedy', () => {
	const [request] = requestsOf(
		{owner: 'this-host'},
		runOf([faultOf('listen.nothing', {port: 9999})]),
		server,
	);
	assert.match(request?.text ?? '', /listens on port 9999\. Start the service/);
});
