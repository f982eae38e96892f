import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stepsOf} from '../../source/answers/answer-path.js';
import {readAnswersText} from '../../source/answers/answers-document.js';

const text = `# A site
version: 1
server:
  hostname: a.uni.edu
viewers:
  subnets:
    - 10.20.0.0/16
    - "10.24.0.0/16"
sql: {host: b.uni.edu, port: 1433}
smtp:
time:
  servers: &names [ntp.uni.edu]
dns: {servers: *names}
extra:
  - id: a
    port: 1
  -
    id: b
notes:
  sql.host: later
  "two words": x
`;
const {document} = readAnswersText('site.yaml', text);

for (const [path, line, column] of [
	['', 2, 1],
	['version', 2, 10],
	['server', 3, 1],
	['server.hostname', 4, 13],
	['viewers.subnets', 6, 3],
	['viewers.subnets[0]', 7, 7],
	['viewers.subnets[1]', 8, 7],
	['sql', 9, 1],
	['sql.port', 9, 30],
	['smtp', 10, 1],
	['time.servers[0]', 12, 20],
	['dns.servers[0]', 12, 20],
	['extra[0]', 15, 5],
	['extra[1].id', 18, 9],
	['notes."sql.host"', 20, 13],
	['notes."two words"', 21, 16],
] as const) {
	test(`${path || 'the whole'} stands in line ${line}, column ${column}`, () => {
		assert.deepEqual(document?.placeOf(stepsOf(path)), {file: 'site.yaml', line, column});
		assert.ok(document?.has(stepsOf(path)));
	});
}

for (const [path, line] of [
	['proxy', 2],
	['sql.instance', 9],
	['smtp.host', 10],
	['viewers.subnets[2]', 6],
	['extra[0].peer', 15],
	['extra[7].peer', 14],
	['server.hostname.x', 4],
] as const) {
	test(`${path}, which is missing, belongs into what stands in line ${line}`, () => {
		assert.equal(document?.placeOf(stepsOf(path)).line, line);
		assert.ok(!document?.has(stepsOf(path)));
	});
}
