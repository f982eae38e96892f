import process from 'node:process';
import {campusSkip, isInstalled} from '../campus/need.js';

/** For tests that drive appliances by Ansible. In CI nothing is skipped in silence. */
export function ansibleSkip(): string | false {
	const missing = ['ansible-playbook', 'ansible-lint'].filter(
		program => !isInstalled(program),
	);
	if (missing.length === 0) {
		return campusSkip();
	}

	const obstacle = 'Ansible needs the packages "ansible-core" and "ansible-lint".';
	const {CI: isCi} = process.env;
	if (isCi) {
		throw new Error(obstacle);
	}

	return obstacle;
}
