import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	frontFiles,
	ipsetsXml,
	zoneXml,
} from '../../../source/firewall/firewalld/front-files.js';
import {zone} from '../../../source/firewall/firewalld/opening.js';
import {element} from '../../../source/firewall/firewalld/xml.js';
import {sampleAnswers, samplePolicy} from '../../helpers/sample.js';
import {listedPolicy} from '../listed-policy.js';

type Extra = ReturnType<typeof sampleAnswers>['extra'][number];

/** The example with additions, of which each says only what it is about. */
function policyWith(...extra: ReadonlyArray<Partial<Extra>>) {
	const usual = {id: 'backup', direction: 'inbound', peer: '10.9.0.1'} as const;
	const what = {port: 9102, protocol: 'tcp', usage: 'Backup'} as const;
	return samplePolicy({
		answers: sampleAnswers({extra: extra.map(each => ({...usual, ...what, ...each}))}),
	});
}

test('the zone lets in what the policy permits, by the sets of its sources', () => {
	assert.equal(
		zoneXml(listedPolicy),
		`<?xml version="1.0" encoding="utf-8"?>
<zone target="DROP">
  <short>analytics-setup</short>
  <rule family="ipv4"><source ipset="analytics-viewers-4"/><port port="9999" protocol="tcp"/><accept/></rule>
  <rule family="ipv6"><source ipset="analytics-viewers-6"/><port port="9999" protocol="tcp"/><accept/></rule>
  <rule family="ipv4"><source ipset="analytics-appsanywhere-4"/><port port="19999" protocol="tcp"/><accept/></rule>
  <rule family="ipv4"><source ipset="analytics-remote-support-4"/><port port="22" protocol="tcp"/><accept/></rule>
  <rule family="ipv4"><port port="9102" protocol="tcp"/><accept/></rule>
  <protocol value="icmp"/>
  <protocol value="ipv6-icmp"/>
  <port port="68" protocol="udp"/>
  <port port="546" protocol="udp"/>
</zone>
`,
	);
});

test('each set is a file of its own, with the family of its addresses', () => {
	const files = ipsetsXml(listedPolicy);
	assert.deepEqual(Object.keys(files), [
		'ipsets/analytics-viewers-4.xml',
		'ipsets/analytics-viewers-6.xml',
		'ipsets/analytics-appsanywhere-4.xml',
		'ipsets/analytics-remote-support-4.xml',
	]);
	assert.equal(
		files['ipsets/analytics-viewers-6.xml'],
		`<?xml version="1.0" encoding="utf-8"?>
<ipset type="hash:net">
  <short>analytics-setup: viewers</short>
  <option name="family" value="inet6"/>
  <entry>2001:db8:20::/48</entry>
</ipset>
`,
	);
});

test("what goes out is none of the zone's business", () => {
	const policy = policyWith({direction: 'outbound', port: 4444});
	assert.doesNotMatch(Object.values(frontFiles(policy)).join(''), /4444|1433|"53"/);
});

test('"anyone" of one family is a rule without a source, because a set leaves /0 out', () => {
	const policy = policyWith({peer: '0.0.0.0/0'}, {id: 'vault', peer: '::/0', port: 8080});
	const files = frontFiles(policy);
	assert.match(
		files['zones/analytics.xml'] ?? '',
		/<rule family="ipv4"><port port="9102" protocol="tcp"\/><accept\/><\/rule>\n.*<rule family="ipv6"><port port="8080"/,
	);
	assert.doesNotMatch(Object.values(files).join(''), /\/0</);
	assert.ok(!Object.keys(files).some(path => /backup|vault/.test(path)));
});

test('a peer without any address opens nothing', () => {
	const policy = policyWith({peer: 'gone.uni.edu'});
	assert.doesNotMatch(Object.values(frontFiles(policy)).join(''), /9102|backup/);
});

test('what two rules open to everybody stands there once, or firewalld would complain', () => {
	const xml = zoneXml(
		policyWith({id: 'a', peer: '0.0.0.0/0'}, {id: 'b', peer: '0.0.0.0/0'}),
	);
	assert.equal(xml.match(/port="9102"/g)?.length, 1);
});

test('names are as short as firewalld and ipset want them, and no two are the same', () => {
	const long = 'x'.repeat(38);
	const policy = policyWith({id: `${long}-a`}, {id: `${long}-b`}, {id: 'x'.repeat(13)});
	const names = Object.keys(ipsetsXml(policy)).map(path =>
		path.replace(/^ipsets\/(.*)\.xml$/, '$1'),
	);
	assert.equal(names.filter(name => name.includes('extra-')).length, 3);
	assert.equal(new Set(names).size, names.length);
	for (const name of names) {
		assert.match(name, /^[\w-]{1,31}$/);
		assert.ok(zoneXml(policy).includes(`ipset="${name}"`));
	}

	assert.ok(zone.length <= 17);
});

test('no text gets out of its place', () => {
	assert.equal(
		element('entry', {name: '"><x a="'}, '</entry><entry>192.168.0.0/16 &'),
		'<entry name="&quot;&gt;&lt;x a=&quot;">&lt;/entry&gt;&lt;entry&gt;192.168.0.0/16 &amp;</entry>',
	);
});
