import {campusSkipWithout} from '../campus/need.js';

/** For tests that drive appliances by Ansible. In CI nothing is skipped in silence. */
export function ansibleSkip(): string | false {
	return campusSkipWithout(
		['ansible-playbook', 'ansible-lint'],
		'Ansible needs the packages "ansible-core" and "ansible-lint".',
	);
}

/** For tests that install the package, too, by what Enterprise Linux has for that. */
export function dnfSkip(): string | false {
	return campusSkipWithout(
		['ansible-playbook', 'rpmbuild', 'dnf'],
		'This needs the packages "ansible-core", "rpm" and "dnf".',
	);
}
