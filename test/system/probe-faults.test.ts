import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {catalogue} from '../../source/catalogue/catalogue.js';
import {diagnoses} from '../../source/probes/diagnoses.js';
import {furnishAppliance} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {probeUnder} from '../campus/faults/probe-under.js';
import {campusSkip} from '../campus/need.js';
import {certificateFaults} from './probe-faults/certificates.js';
import {dnsFaults} from './probe-faults/dns.js';
import {encryptionFaults} from './probe-faults/encryption.js';
import {type FaultTable, toldOf} from './probe-faults/fault-table.js';
import {inboundFaults} from './probe-faults/inbound.js';
import {mailFaults} from './probe-faults/mail.js';
import {mirrorFaults} from './probe-faults/mirrors.js';
import {networkFaults} from './probe-faults/network.js';
import {pageFaults} from './probe-faults/pages.js';
import {proxyFaults} from './probe-faults/proxy.js';
import {rootFaults} from './probe-faults/roots.js';
import {sqlFaults} from './probe-faults/sql.js';
import {sqlBrowserFaults} from './probe-faults/sql-browser.js';
import {timeFaults} from './probe-faults/time.js';

/** Each of these has room beside the others in one campus. */
const faults: FaultTable = [
	...dnsFaults,
	...networkFaults,
	...certificateFaults,
	...encryptionFaults,
	...pageFaults,
	...mirrorFaults,
	...proxyFaults,
	...mailFaults,
	...sqlFaults,
	...sqlBrowserFaults,
	...timeFaults,
	...inboundFaults,
];

suite('a fault is told with its verdict, its cause, its owner and its remedy', {
	skip: campusSkip(),
	concurrency: 4,
}, () => {
	let campus: Campus;
	before(async () => {
		campus = await openCampus();
		await furnishAppliance(campus);
	});
	after(() => campus.close());

	for (const [fault, told, remedy = null] of faults) {
		test(`${fault.name}: ${told}`, async () => {
			const surroundings = await fault.bringAbout(campus);
			const [id = ''] = told.split(' ');
			// What is no row of the list is told in a run over the whole list only.
			const ids = catalogue.some(row => row.id === id) ? [id] : [];
			const run = await probeUnder(campus, surroundings, ...ids);
			assert.deepEqual(toldOf(run, id), {told, remedy});
		});
	}
});

/** Causes that the table need not have. */
const provenElsewhere = [
	// Nothing is wrong, or the program itself is.
	/^(?:answers\.not-used|probe\.failed|login\.no-password)$/,
	// Asked while the server's own name is typed.
	/^dns\.elsewhere$/,
	// Somebody has to come, or to log in.
	/^knock\./,
	/^(?:smtp|sql)\..*(?:login|password|account|database|redirected)/,
	/^smtp\.(?:sendgrid-user|(?:sender|recipient|message)-.*|relay-denied)$/,
];

test('every cause that a network can have has a fault in the table', () => {
	const causes = [...faults, ...rootFaults].map(([, told]) => told.split(' ')[2]);
	const missing = Object.keys(diagnoses).filter(
		cause =>
			!causes.includes(cause) && !provenElsewhere.some(pattern => pattern.test(cause)),
	);
	assert.deepEqual(missing, []);
});
