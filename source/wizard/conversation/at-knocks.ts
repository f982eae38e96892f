import type {Answers} from '../../answers/schema.js';
import {Failure} from '../../failure.js';
import {mainAddress} from '../../host/facts.js';
import {howToKnock, knockTools} from '../../probes/inbound/how-to-knock.js';
import type {InboundNews} from '../../probes/inbound/inbound-news.js';
import {inboundRows} from '../../probes/inbound/inbound-rows.js';
import {describeInboundNews} from '../../reports/inbound-lines.js';
import {remediesOnce} from '../../reports/remedies-once.js';
import type {WizardEvent} from '../progress.js';
import {obeyCommands} from './commands.js';
import type {Conversation} from './conversation.js';
import {askWhetherToLeave} from './listen.js';
import {tellFailure} from './tell-failure.js';

/** Waits for viewers and servers to connect, and tells whether they get in. */
export async function atKnocks(
	conversation: Conversation,
	answers: Answers,
): Promise<WizardEvent> {
	const {talk} = conversation;
	let isAnswering = false;
	let watch = watchFrom(conversation, answers, () => isAnswering);
	tellHowToKnock(conversation, answers);
	try {
		await obeyCommands<never>(
			talk,
			[
				{
					words: 'answer',
					does: 'answers for a test where no program listens yet, but never on 22, or stops that',
					async act() {
						isAnswering = !isAnswering;
						talk.tell(isAnswering ? 'Answering for a test.' : 'Not answering any more.');
					},
				},
			],
			{
				signal: watch.failed,
				async onLeaving() {
					// Ctrl-C ends the program too that is just being asked.
					await watch.stop();
					await askWhetherToLeave(talk);
					watch = watchFrom(conversation, answers, () => isAnswering);
				},
			},
		);
	} finally {
		await watch.stop();
	}

	return {type: 'went-back'};
}

type Watch = {
	/** Given when it cannot go on. */
	readonly failed: AbortSignal;
	readonly stop: () => Promise<void>;
};

/** Watches, and tells who knocks. */
function watchFrom(
	{talk, flow}: Conversation,
	answers: Answers,
	isAnswering: () => boolean,
): Watch {
	const failure = new AbortController();
	const end = new AbortController();
	const once = remediesOnce();
	const watching = flow
		.watchInbound(answers, {
			isAnswering,
			onBegun: () => talk.tell('Waiting. Whoever knocks from now on is told of.'),
			onNews: news => talk.tell(...newsInWords(once(news))),
			signal: end.signal,
		})
		.catch((error: unknown) => {
			if (!(error instanceof Failure)) {
				throw error;
			}

			tellFailure(talk, error);
			failure.abort();
		});
	return {
		failed: failure.signal,
		async stop() {
			end.abort();
			await watching;
		},
	};
}

function newsInWords(news: InboundNews): readonly string[] {
	const result = news.event === 'knock' ? news.result : undefined;
	const verdict = result === undefined ? '' : `${result.verdict}: `;
	const remedy = result?.remedy ?? undefined;
	return [
		`${verdict}${describeInboundNews(news)}.`,
		...(remedy === undefined ? [] : [remedy]),
	];
}

function tellHowToKnock(
	{talk, machine}: Conversation,
	{server: {hostname}}: Answers,
): void {
	const address = mainAddress(machine.facts);
	talk.tell(
		'',
		'Waiting for the other side. The firewall is only watched; waiting opens nothing.',
		'Run one of these lines over there.',
		...howToKnock(inboundRows(), hostname).flatMap(({where, port, lines}) => [
			`${where}, for ${port}:`,
			...knockTools.map(tool => `With ${tool}: ${lines[tool]}`),
		]),
		...(address === undefined
			? []
			: [`Where the name is not known yet, put ${address} in its place.`]),
	);
}
