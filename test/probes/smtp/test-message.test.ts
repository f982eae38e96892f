import assert from 'node:assert/strict';
import {test} from 'node:test';
import {renderTestMessage} from '../../../source/probes/smtp/test-message.js';

test('a test message is one that mail servers take', () => {
	const message = renderTestMessage({
		hostname: 'analytics.uni.edu',
		to: 'it@uni.edu',
		at: new Date(Date.UTC(2026, 10, 22, 14, 2, 11)),
		id: 'a1b2',
	});
	assert.equal(
		message,
		[
			'Date: Sun, 22 Nov 2026 14:02:11 +0000',
			'From: analytics@analytics.uni.edu',
			'To: it@uni.edu',
			'Message-ID: <a1b2@analytics.uni.edu>',
			'Subject: Test message from analytics-setup',
			'MIME-Version: 1.0',
			'Content-Type: text/plain; charset=us-ascii',
			'Auto-Submitted: auto-generated',
			'',
			'analytics-setup sent this from analytics.uni.edu on 2026-11-22 14:02:11 UTC,',
			'to show that the mail of this AppsAnywhere Analytics server arrives.',
			'It does: nothing needs to be done.',
			'',
		].join('\r\n'),
	);
});
