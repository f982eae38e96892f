import {limitsOf, wayOutOfLimits} from '../../answers/limits.js';
import {warningsAbout} from '../../policy/warnings.js';
import type {Block, Chapter} from '../document.js';
import type {Audience} from '../report-kinds.js';
import type {Site} from '../site.js';

/** What it means that this server itself lets out only what the list names. */
export function onlyListed(
	{answers, rules}: Pick<Site, 'answers' | 'rules'>,
	audience: Audience | undefined,
): readonly Chapter[] {
	const isForThem =
		audience === undefined || audience === 'network' || audience === 'dns';
	if (answers.outbound.mode !== 'destinations' || !isForThem) {
		return [];
	}

	const limits = limitsOf(answers);
	const leftOut = [...limits, ...warningsAbout(rules)].map(({text}) => text);
	const what = audience === 'dns' ? forDnsTeam : forNetworkTeam;
	return [
		{
			id: 'only-listed',
			title: 'Only the listed destinations',
			blocks: [
				paragraph(what),
				...(leftOut.length === 0
					? []
					: [paragraph(leavesOut), {kind: 'list', items: leftOut} as const]),
				...(limits.length === 0 ? [] : [paragraph(wayOutOfLimits)]),
			],
		},
	];
}

function paragraph(text: string): Block {
	return {kind: 'paragraph', text};
}

const leavesOut = 'What this leaves out, or cannot do yet:';

const forNetworkTeam =
	"This server's own firewall lets out only what goes to the destinations in these tables. It follows their names in the DNS, and permits the addresses that each of them has at the time. Other firewalls on the way need not do that, and must not permit less.";

const forDnsTeam =
	'What the DNS servers answer decides where this server may go: its own firewall permits the destinations of the list by their names. An answer that points to no machine, or inside for a name on the Internet, is not permitted, and a name that is not answered keeps its last addresses.';
