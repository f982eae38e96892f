import assert from 'node:assert/strict';
import {test} from 'node:test';
import {checkAnswers} from '../../source/answers/check.js';
import {sampleInput} from '../helpers/sample.js';

const payloads = [
	['a second line', '10.0.0.1\nflush ruleset'],
	['a carriage return', '10.0.0.1\rdelete table inet analytics_setup'],
	['the end of an nft block', '10.0.0.1 } ; flush ruleset ; #'],
	['the end of an nft comment', '10.0.0.1" accept comment "'],
	['an XML element', '<rule family="ipv4"><accept/></rule>'],
	['an XML entity', '&xxe;'],
	['a shell command', '$(reboot)'],
	['a shell pipe', 'a.uni.edu|reboot'],
	['another shell command', '10.0.0.1;reboot'],
	['a folder of its own', '../../etc/passwd'],
	['a terminal sequence', 'a.uni.edu\u001B[2J'],
	['a zero byte', 'a.uni.edu\0'],
	['text that runs backwards', 'a.uni.edu\u202Egro.live'],
] as const;

const extra = {
	...{id: 'backup', direction: 'inbound', peer: '10.0.0.1', port: 9102},
	...{protocol: 'tcp', usage: 'Backup'},
} as const;

/** Every answer that is a text, and how it is put among the answers. */
const answers = [
	['server.hostname', (text: string) => ({server: {hostname: text}})],
	['viewers.subnets[0]', (text: string) => ({viewers: {subnets: [text]}})],
	['appsanywhere.servers[0]', (text: string) => ({appsanywhere: {servers: [text]}})],
	['support.sources[0]', (text: string) => ({support: {enabled: true, sources: [text]}})],
	['sql.host', (text: string) => ({sql: {host: text}})],
	['sql.instance', (text: string) => ({sql: {host: 'a.uni.edu', instance: text}})],
	['smtp.host', (text: string) => ({smtp: {host: text}})],
	['smtp.security', (text: string) => ({smtp: {host: 'a.uni.edu', security: text}})],
	['time.servers[0]', (text: string) => ({time: {servers: [text]}})],
	['dns.servers[0]', (text: string) => ({dns: {servers: [text]}})],
	['proxy.url', (text: string) => ({proxy: {url: `http://${text}:3128`}})],
	['proxy.url', (text: string) => ({proxy: {url: `http://proxy.uni.edu:3128/${text}`}})],
	['proxy.noProxy[0]', (text: string) => ({proxy: {url: null, noProxy: [text]}})],
	['outbound.mode', (text: string) => ({outbound: {mode: text}})],
	['extra[0].id', (text: string) => ({extra: [{...extra, id: text}]})],
	['extra[0].direction', (text: string) => ({extra: [{...extra, direction: text}]})],
	['extra[0].peer', (text: string) => ({extra: [{...extra, peer: text}]})],
	['extra[0].protocol', (text: string) => ({extra: [{...extra, protocol: text}]})],
] as const;

for (const [path, sectionsWith] of answers) {
	test(`hostile text is refused in ${path} (${JSON.stringify(sectionsWith('…'))})`, () => {
		const accepted = payloads.filter(([, text]) => {
			const {faults} = checkAnswers({...sampleInput(), ...sectionsWith(text)});
			return faults.length === 0 || faults.some(fault => fault.path !== path);
		});
		assert.deepEqual(
			accepted.map(([name]) => name),
			[],
		);
	});
}

// A usage is prose: it may hold any sign, but it is one line.
for (const text of ['a\nb', 'a\rb', 'a\u001B[2Jb', 'a\0b', 'a\u202Eb', 'a\u2028b']) {
	test(`the usage of an addition may not be ${JSON.stringify(text)}`, () => {
		const {faults} = checkAnswers({...sampleInput(), extra: [{...extra, usage: text}]});
		assert.deepEqual(
			faults.map(({path}) => path),
			['extra[0].usage'],
		);
	});
}

test('what is said about hostile text is one line without control characters', () => {
	const said = payloads.flatMap(([, text]) => {
		const {faults} = checkAnswers({
			...sampleInput(),
			[`a${text}`]: 1,
			server: {hostname: text},
			viewers: {subnets: [text]},
			extra: [{...extra, peer: text}],
		});
		return faults.flatMap(({path, reason}) => [path, reason]);
	});
	assert.deepEqual(
		said.filter(text => /\p{C}/u.test(text)).map(text => JSON.stringify(text)),
		[],
	);
});
