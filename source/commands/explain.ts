import {formatAddress} from '../addresses/address.js';
import {readEndpoint} from '../addresses/peer.js';
import type {Protocol} from '../catalogue/connection.js';
import {Failure} from '../failure.js';
import {
	type Errand,
	type ErrandExplained,
	explainErrand,
} from '../flow/explain-errand.js';
import {inFigures} from '../in-figures.js';
import type {ExplainedAddress} from '../policy/explain-name.js';
import {openContext} from './context.js';
import type {CommonFlags, JsonFlag} from './flags.js';
import {print, printJson} from './output.js';

type ExplainFlags = CommonFlags &
	JsonFlag & {
		readonly from?: string;
		readonly to?: string;
		readonly port: string;
	};

export async function explain(flags: ExplainFlags): Promise<void> {
	const wanted = errandOf(flags);
	const {machine, flow, answers} = await openContext(flags);
	const isAboutAnswers = flags.answers !== undefined;
	const errand = {...wanted, answers, isAboutAnswers};
	const explained = await explainErrand(errand, machine, flow.policyNow);
	if (flags.json) {
		printJson(asJson(errand, explained));
	} else {
		print(linesFor(errand, explained).join('\n'));
	}
}

function asJson(
	{place}: Pick<Errand, 'place'>,
	{verdict, rule, reason, isInEffect, addresses, trouble}: ErrandExplained,
): object {
	return {
		schema: 1,
		verdict,
		rule: rule ?? null,
		reason,
		inEffect: isInEffect,
		name: place.kind === 'name' ? place.name : null,
		addresses: addresses.map(each => ({
			address: formatAddress(each.address),
			verdict: each.verdict,
			rule: each.rule?.id ?? null,
			reason: each.reason,
		})),
		trouble: trouble ?? null,
	};
}

/** The others are in the JSON. */
const mostAddresses = 12;

function linesFor(
	{place}: Pick<Errand, 'place'>,
	{verdict, rule, reason, isInEffect, addresses, trouble}: ErrandExplained,
): readonly string[] {
	const usage = rule?.usage ?? '';
	const rest = addresses.length - mostAddresses;
	// What does not pass is what somebody looks for.
	const sorted = addresses.toSorted((a, b) => rankOf(a) - rankOf(b));
	return [
		`${verdict}: ${reason}${usage === '' ? '' : ` ${usage}`}`,
		...(place.kind === 'address'
			? []
			: sorted
					.slice(0, mostAddresses)
					.map(each => `  ${formatAddress(each.address)}: ${each.verdict}`)),
		...(place.kind === 'name' && rest > 0 ? [`  and ${inFigures(rest)} more`] : []),
		...(trouble === undefined ? [] : [trouble]),
		...(isInEffect ? [] : ['That is what would be: these rules are not in effect.']),
	];
}

function rankOf({verdict}: ExplainedAddress): number {
	return verdict === 'drop' ? 0 : 1;
}

function errandOf({
	from,
	to,
	port,
}: ExplainFlags): Omit<Errand, 'answers' | 'isAboutAnswers'> {
	if ((from === undefined) === (to === undefined)) {
		throw new Failure(
			'usage',
			'Say either --from or --to, with the address or the name of the other machine.',
		);
	}

	const direction = from === undefined ? 'outbound' : 'inbound';
	const {value: place, fault} = readEndpoint(from ?? to ?? '');
	if (fault !== undefined) {
		throw new Failure('usage', fault);
	}

	return {direction, place, ...portOf(port)};
}

function portOf(text: string): {readonly port: number; readonly protocol: Protocol} {
	const [, number = '', protocol] = /^(\d{1,5})\/(tcp|udp)$/.exec(text) ?? [];
	const port = Number(number);
	if (protocol === undefined || port < 1 || port > 65_535) {
		throw new Failure(
			'usage',
			`"${text}" is not a port. It should look like 9999/tcp or 123/udp.`,
		);
	}

	return {port, protocol: protocol === 'udp' ? 'udp' : 'tcp'};
}
