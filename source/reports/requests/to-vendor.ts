import type {CauseOf} from '../../probes/diagnoses.js';

const replaced =
	'Please tell us what replaces the following, so that the list and our firewall can be corrected.';

/** What is asked of the vendor of the list. */
export const toVendor: Readonly<Record<CauseOf<'vendor'>, string>> = {
	'vendor.retired': replaced,
	'vendor.changed': replaced,
	'udp.no-reply-by-design':
		'Please tell us whether the following is right in the list: SQL Server does not use UDP 1433. Is 1434/udp meant, for SQL Browser?',
};
