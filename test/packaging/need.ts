import {campusSkipWithout} from '../campus/need.js';

/** For tests that build and install the package. In CI nothing is skipped in silence. */
export function packageSkip(): string | false {
	return campusSkipWithout(
		['rpmbuild', 'rpmlint'],
		'The package needs the packages "rpm" and "rpmlint".',
	);
}
