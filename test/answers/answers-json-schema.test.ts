import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {Ajv2020} from 'ajv/dist/2020.js';
import fc from 'fast-check';
import {answersJsonSchema} from '../../source/answers/answers-json-schema.js';
import {checkAnswers} from '../../source/answers/check.js';
import {nearlyValidInput} from '../helpers/arbitrary-answers.js';
import {sampleInput} from '../helpers/sample.js';

const schema = JSON.parse(answersJsonSchema());
const validate = new Ajv2020({allErrors: true}).compile(schema);

/** Where the schema finds faults in the example with some sections replaced. */
function faultsWith(sections: Readonly<Record<string, unknown>>): readonly string[] {
	validate({...sampleInput(), ...sections});
	return (validate.errors ?? []).map(
		({instancePath, params}) =>
			`${instancePath}/${params.additionalProperty ?? params.missingProperty ?? ''}`,
	);
}

test('the schema that is shipped is that of the sources (npm run assets writes it)', async () => {
	assert.equal(await readFile('assets/answers.schema.json', 'utf8'), answersJsonSchema());
});

test('the example is valid, and names its schema', async () => {
	assert.deepEqual(faultsWith({}), []);
	const example = await readFile('assets/answers.example.yaml', 'utf8');
	assert.match(example, /^# yaml-language-server: \$schema=answers\.schema\.json\n/);
});

test('what the program accepts, the schema accepts', () => {
	fc.assert(
		fc.property(nearlyValidInput, input => {
			fc.pre(checkAnswers(input).answers !== undefined);
			assert.ok(validate(input), JSON.stringify(validate.errors));
		}),
		{numRuns: 500},
	);
});

for (const [name, sections] of [
	['blanks around what was pasted', {server: {hostname: ' analytics.uni.edu\u00A0'}}],
	['a dot at the end of a name', {sql: {host: 'mssql.uni.edu.'}}],
	['a proxy in capitals', {proxy: {url: 'HTTP://PROXY.uni.edu'}}],
	['no proxy', {proxy: {url: null}}],
	['a domain without a proxy', {proxy: {url: null, noProxy: ['*.uni.edu', '*', '.a']}}],
	['support that is closed', {support: {enabled: false, sources: []}}],
] as const) {
	test(`the schema is no stricter than the program: ${name}`, () => {
		assert.ok(checkAnswers({...sampleInput(), ...sections}).answers);
		assert.deepEqual(faultsWith(sections), []);
	});
}

const extra = {
	...{id: 'backup', direction: 'inbound', peer: '10.9.0.1', port: 9102, protocol: 'tcp'},
	usage: 'Backup',
};

for (const [name, sections, place] of [
	['an unknown section', {firewall: {}}, '/firewall'],
	['an unknown setting', {sql: {host: 'a', prt: 1}}, '/sql/prt'],
	['a missing section', {smtp: undefined}, '/smtp'],
	['a missing setting', {sql: {port: 1433}}, '/sql/host'],
	['another version', {version: 0}, '/version/'],
	['a port that is too high', {sql: {host: 'a', port: 70_000}}, '/sql/port/'],
	['a port in quotes', {smtp: {host: 'a', port: '587'}}, '/smtp/port/'],
	['half a port', {smtp: {host: 'a', port: 58.7}}, '/smtp/port/'],
	['an unknown choice', {smtp: {host: 'a', security: 'ssl'}}, '/smtp/security/'],
	['an unknown mode', {outbound: {mode: 'strict'}}, '/outbound/mode/'],
	['a URL for a host', {sql: {host: 'https://uni.edu'}}, '/sql/host/'],
	['a name for a network', {viewers: {subnets: ['pcs.uni.edu']}}, '/viewers/subnets/0/'],
	['a mask', {viewers: {subnets: ['10.0.0.0/255.0.0.0']}}, '/viewers/subnets/0/'],
	['a text for a list', {time: {servers: 'ntp.uni.edu'}}, '/time/servers/'],
	['a name of a DNS server', {dns: {servers: ['dns.uni.edu']}}, '/dns/servers/0/'],
	['a login in a URL', {proxy: {url: 'http://a:b@proxy.uni.edu'}}, '/proxy/url/'],
	['support for nobody', {support: {enabled: true, sources: []}}, '/support/sources/'],
	['an addition that stands twice', {extra: [extra, extra]}, '/extra/'],
	['an id with a space', {extra: [{...extra, id: 'a b'}]}, '/extra/0/id/'],
	['two lines of usage', {extra: [{...extra, usage: 'a\nb'}]}, '/extra/0/usage/'],
	['a note on a port', {notes: {'sql.port': 'later'}}, '/notes/'],
] as const) {
	test(`the schema finds ${name}, as the program does`, () => {
		assert.equal(checkAnswers({...sampleInput(), ...sections}).answers, undefined);
		assert.ok(faultsWith(sections).includes(place), faultsWith(sections).join(' '));
	});
}

test('every section and every setting is described, in a sentence', () => {
	const undescribed = Object.entries<Described>(schema.properties)
		.flatMap(([section, value]) => [
			[section, value] as const,
			...Object.entries(value.properties ?? value.items?.properties ?? {}).map(
				([key, setting]) => [`${section}.${key}`, setting] as const,
			),
		])
		.filter(([, {description = ''}]) => !/^\S.*\.$/.test(description));
	assert.deepEqual(
		undescribed.map(([path]) => path),
		[],
	);
	assert.match(schema.title, /analytics-setup/);
});

type Described = {
	readonly description?: string;
	readonly properties?: Readonly<Record<string, Described>>;
	readonly items?: Described;
};

test('what may be left out is told with what it then is', () => {
	const {sql, smtp, dns, proxy, outbound} = schema.properties;
	assert.equal(sql.properties.port.default, 1433);
	assert.equal(smtp.properties.security.default, 'starttls');
	assert.deepEqual(
		[dns.default, proxy.default, outbound.default],
		[{servers: []}, {url: null, noProxy: []}, {mode: 'ports'}],
	);
});
