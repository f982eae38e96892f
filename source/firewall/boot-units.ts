import {join} from 'node:path';
import firewallUnit from '../../assets/systemd/analytics-setup-firewall.service';
import namesUnit from '../../assets/systemd/analytics-setup-names.service';
import recoveryUnit from '../../assets/systemd/analytics-setup-recovery.service';
import nftablesDropIn from '../../assets/systemd/nftables-drop-in.conf';
import type {OwnCommand} from '../host/own-command.js';
import type {WritableArtefact} from './artefacts.js';
import {namesUnitName, recoveryName} from './unit-names.js';

/**
 * What makes systemd load the rules before the network is up and whenever nftables.service
 * has flushed them, go back first if the server went down in the middle of a trial, and
 * follow the names in the rules.
 */
export function bootUnits(root: string, own: OwnCommand): readonly WritableArtefact[] {
	const files = {
		'analytics-setup-firewall.service': firewallUnit,
		[recoveryName]: withCommand(recoveryUnit, own),
		[namesUnitName]: withCommand(namesUnit, own),
		'nftables.service.d/analytics-setup.conf': nftablesDropIn,
	};
	return Object.entries(files).map(([name, content]) => ({
		path: join(root, 'etc/systemd/system', name),
		content,
		modes: {mode: 0o644, folderMode: 0o755},
	}));
}

/** A unit whose program is this one, as it was run. */
function withCommand(unit: string, own: OwnCommand): string {
	const [program, ...scripts] = own;
	const conditions = [
		`ConditionFileIsExecutable=${pathForUnit(program)}`,
		// What only runs with Node.js need not be executable itself.
		...scripts.map(script => `ConditionPathExists=${pathForUnit(script)}`),
	];
	return unit
		.replace(/^ConditionFileIsExecutable=@program@$/m, () => conditions.join('\n'))
		.replaceAll(
			/^(Exec\w+=-?)@command@/gm,
			(_, setting: string) => `${setting}${own.map(wordForUnit).join(' ')}`,
		);
}

/** A path that is the whole value of a setting: systemd.unit(5). */
function pathForUnit(path: string): string {
	return path.replaceAll('%', '%%');
}

/** A word of a command line as systemd.service(5) reads it. */
function wordForUnit(word: string): string {
	const escaped = word
		.replaceAll('\\', '\\\\')
		.replaceAll('"', '\\"')
		.replaceAll('%', '%%')
		.replaceAll('$', '$$$$');
	return `"${escaped}"`;
}
