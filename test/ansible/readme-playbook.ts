import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';

/** The playbook that the README tells to run. */
export async function readmePlaybook(): Promise<string> {
	const readme = await readFile('README.md', 'utf8');
	const [, playbook = assert.fail()] =
		/```yaml\n# analytics\.yaml\n(.*?)```/s.exec(readme) ?? [];
	return playbook;
}
