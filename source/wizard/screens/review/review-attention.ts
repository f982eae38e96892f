import {formatAddress} from '../../../addresses/address.js';
import type {Remark} from '../../../answers/remark.js';
import type {Failure} from '../../../failure.js';
import {describeShutOut} from '../../../flow/describe-shut-out.js';
import type {Plan, ShutOut} from '../../../flow/plan.js';
import {inFigures} from '../../../in-figures.js';
import {warningsAbout} from '../../../policy/warnings.js';
import {inboundRows} from '../../../probes/inbound/inbound-rows.js';
import {replyNote} from '../../inquiries/reply-note.js';
import type {WizardStep} from '../../step.js';
import {
	bullet,
	numbered,
	type ReviewItem,
	stepOfRule,
	stepOfSection,
} from './review-items.js';
import type {ReviewInput} from './review-lines.js';

/** What wants attention before anything is applied, each with the page that it is about. */
export function attentionItems(input: ReviewInput): readonly ReviewItem[] {
	const {plan, failure, remarks} = input;
	return [
		...(failure === undefined ? [] : [failureItem(failure, input)]),
		...(plan === undefined
			? []
			: [...loginItems(plan, input), ...warningItems(plan, input)]),
		...observedItems(input),
		...remarkItems(remarks, input),
	];
}

function failureItem(
	{message, remedies}: Failure,
	{marks, width}: ReviewInput,
): ReviewItem {
	const texts = [message, ...remedies];
	return bullet({id: 'failure', mark: marks.verdict.fail, colour: 'red', texts}, width);
}

/** Who is connected and could not come back; or that whoever sits here could. */
function loginItems(
	plan: Plan,
	{backend, sshSession, marks, width}: ReviewInput,
): readonly ReviewItem[] {
	if (backend.name === 'files') {
		return [];
	}

	const named = plan.shutOut.map(shutOut =>
		bullet(
			{
				id: `shut out ${formatAddress(shutOut.peer)} ${shutOut.port}`,
				mark: shutOut.isLogin ? marks.verdict.fail : marks.attention,
				colour: shutOut.isLogin ? 'red' : 'yellow',
				texts: [describeShutOut(shutOut)],
				leadsTo: stepFor(shutOut),
			},
			width,
		),
	);
	if (plan.shutOut.some(({isSelf, isLogin}) => isSelf && isLogin)) {
		return named;
	}

	const self = bullet(
		sshSession === undefined
			? {id: 'self', mark: marks.attention, colour: 'yellow', texts: [atConsole]}
			: {
					id: 'self',
					mark: marks.done,
					colour: 'green',
					texts: [
						`You (${formatAddress(sshSession.client)}) can still log in after this`,
					],
				},
		width,
	);
	return [...named, self];
}

const atConsole = 'You are at a console: nothing here shows whether SSH lets anybody in.';

/** The page on which somebody would be let in. A login may come by a port of its own. */
function stepFor({port, isLogin}: ShutOut): WizardStep | undefined {
	const row = inboundRows().find(({portNumber}) => portNumber === port);
	return isLogin ? stepOfSection('support') : row && stepOfRule(row.id);
}

function warningItems(
	{policy}: Plan,
	{marks, width}: ReviewInput,
): readonly ReviewItem[] {
	return warningsAbout(policy.rules).map(({rule, text}) =>
		bullet(
			{
				id: text,
				mark: marks.attention,
				colour: 'yellow',
				texts: [text],
				leadsTo: stepOfRule(rule),
			},
			width,
		),
	);
}

/** What was seen of what is about to be cut off; no news once it is in effect. */
function observedItems({
	answers,
	inEffect,
	observed,
	marks,
	width,
}: ReviewInput): readonly ReviewItem[] {
	const isNew = inEffect?.outbound.mode !== answers.outbound.mode;
	if (observed === undefined || !isNew) {
		return [];
	}

	const step = stepOfSection('outbound');
	const {text, verdict} = replyNote(observed);
	const isWell = verdict === 'pass';
	return [
		bullet(
			{
				id: 'observed',
				mark: isWell ? marks.done : marks.attention,
				colour: isWell ? 'green' : 'yellow',
				texts: [
					`${step === undefined ? '' : `${numbered(step)}: `}${text}`,
					...(observed.remedy === null ? [] : [observed.remedy]),
				],
				leadsTo: step,
			},
			width,
		),
	];
}

/** So many remarks on one page are told one by one. */
const mostTold = 3;

function remarkItems(
	remarks: readonly Remark[],
	{marks, width}: ReviewInput,
): readonly ReviewItem[] {
	const bySection = Map.groupBy(remarks, ({path}) => path.split('.')[0] ?? path);
	return [...bySection].flatMap(([section, about]) => {
		const step = stepOfSection(section);
		const place = step === undefined ? section : numbered(step);
		const told = about.slice(0, mostTold).map(describeRemark);
		const rest = about.length - told.length;
		const texts = rest === 0 ? told : [...told, `${inFigures(rest)} more like these`];
		return texts.map((text, index) =>
			bullet(
				{
					// The same may be said twice.
					id: `${section} ${index} ${text}`,
					mark: marks.attention,
					colour: 'yellow',
					texts: [`${place}: ${text}`],
					leadsTo: step,
				},
				width,
			),
		);
	});
}

/** What was answered, and what is odd about it. */
function describeRemark({value, reason}: Remark): string {
	return typeof value === 'string' ? `${value} ${reason}` : reason;
}
