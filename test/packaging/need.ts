import process from 'node:process';
import {campusSkip, isInstalled} from '../campus/need.js';

/** For tests that build and install the package. In CI nothing is skipped in silence. */
export function packageSkip(): string | false {
	const missing = ['rpmbuild', 'rpmlint'].filter(program => !isInstalled(program));
	if (missing.length === 0) {
		return campusSkip();
	}

	const obstacle = 'The package needs the packages "rpm" and "rpmlint".';
	const {CI: isCi} = process.env;
	if (isCi) {
		throw new Error(obstacle);
	}

	return obstacle;
}
