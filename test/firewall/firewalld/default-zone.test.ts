import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	readDefaultZone,
	withDefaultZone,
} from '../../../source/firewall/firewalld/default-zone.js';

const configuration =
	'# DefaultZone=home\r\n  DefaultZone = public \nCleanupOnExit=yes\n# é $& \tend\nDefaultZone=late';

test('the first line that names the default zone counts, as firewalld reads it', () => {
	assert.equal(readDefaultZone(configuration), 'public');
	assert.equal(readDefaultZone('DefaultZone=work\r\n'), 'work');
});

test('only the name of the zone changes, and back again', () => {
	const changed = withDefaultZone(configuration, 'analytics');
	assert.equal(
		changed,
		configuration.replace('DefaultZone = public ', 'DefaultZone = analytics '),
	);
	assert.equal(withDefaultZone(changed, 'public'), configuration);
});

for (const [name, text] of [
	['missing', undefined],
	['empty', ''],
	['without the line', 'CleanupOnExit=yes\n#DefaultZone=public\n'],
	['with the line unfinished', 'DefaultZone=\nCleanupOnExit=yes\n'],
] as const) {
	test(`a configuration that is ${name} is refused`, () => {
		const refusal = {code: 'firewall.refused', message: /no line "DefaultZone="/};
		assert.throws(() => readDefaultZone(text), refusal);
		assert.throws(() => withDefaultZone(text, 'analytics'), refusal);
	});
}
