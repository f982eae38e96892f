import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import type {Address} from '../../source/addresses/address.js';
import type {Draft} from '../../source/answers/schema.js';
import {flowOn} from '../../source/flow/flow.js';
import type {Aftermath} from '../../source/wizard/place.js';
import {
	advance,
	begin,
	type Progress,
	type WizardEvent,
} from '../../source/wizard/progress.js';
import type {Reviewed} from '../../source/wizard/reviewed.js';
import {isAnswered} from '../../source/wizard/step.js';
import {steps} from '../../source/wizard/steps/index.js';
import {
	exampleAnswers,
	recordedGeneration,
	recordedMachine,
} from '../helpers/recorded-machine.js';
import {recordedTrial} from '../helpers/recorded-transactions.js';
import {address} from '../helpers/sample.js';

const {version: _version, ...complete} = exampleAnswers;
const stepOf = (id: string) => steps.find(step => step.id === id) ?? assert.fail(id);
const patchOf = (id: string): Draft =>
	Object.fromEntries(stepOf(id).sections.map(section => [section, complete[section]]));
const answered = (id: string, patch = patchOf(id)): WizardEvent => ({
	type: 'answered',
	step: stepOf(id),
	patch,
});
const without = (...sections: readonly string[]): Draft =>
	Object.fromEntries(
		Object.entries(complete).filter(([name]) => !sections.includes(name)),
	);
const placeName = ({place}: Progress) => (place.at === 'step' ? place.step.id : place.at);
const after = (progress: Progress, ...events: readonly WizardEvent[]): Progress =>
	events.reduce((now, event) => advance(steps, now, event), progress);

const fresh = begin({draft: {}, typed: {}, isConfigured: false, isInEffect: false});
const review = after(
	begin({draft: complete, typed: {}, isConfigured: false, isInEffect: false}),
	{type: 'began'},
);
const plan = await flowOn(recordedMachine()).planFor(exampleAnswers);
const reviewed: Reviewed = {plan, answers: exampleAnswers, generation: undefined};
const accepted: WizardEvent = {type: 'accepted', reviewed, accepted: []};
const ended = (aftermath: Partial<Aftermath>): WizardEvent => ({
	type: 'ended',
	aftermath: {isKept: true, said: 'Kept.', problems: [], ...aftermath},
});
const onTrial: WizardEvent = {
	type: 'went-on-trial',
	onTrial: {
		trial: recordedTrial(),
		comparison: Promise.resolve({worked: 0, broken: []}),
	},
};
const ids = steps.map(({id}) => id);

test('a new server begins with the welcome, a configured one at home', () => {
	assert.equal(placeName(fresh), 'welcome');
	assert.equal(
		placeName(begin({draft: complete, typed: {}, isConfigured: true, isInEffect: false})),
		'home',
	);
});

test('the steps follow one another, and the review follows the last', () => {
	let progress = after(fresh, {type: 'began'});
	for (const id of ids) {
		assert.equal(placeName(progress), id);
		progress = after(progress, answered(id));
	}

	assert.equal(placeName(progress), 'review');
	assert.deepEqual(progress.draft, without('dns', 'extra', 'notes'));
});

for (const [missing, id] of [
	['server', 'server'],
	['appsanywhere', 'servers'],
	['proxy', 'time'],
] as const) {
	test(`a draft without "${missing}" is resumed at the step ${id}`, () => {
		const draft = without(missing, 'time');
		assert.equal(
			placeName(
				after(begin({draft: draft, typed: {}, isConfigured: false, isInEffect: false}), {
					type: 'began',
				}),
			),
			id,
		);
	});
}

suite('going back', () => {
	for (const [index, id] of ids.entries()) {
		const before = ids[index - 1] ?? 'welcome';
		test(`leads from ${id} to ${before}, and what was answered stays`, () => {
			let progress = after(fresh, {type: 'began'});
			for (const earlier of ids.slice(0, index)) {
				progress = after(progress, answered(earlier));
			}

			const back = after(progress, {type: 'went-back'});
			assert.equal(placeName(back), before);
			assert.equal(back.draft, progress.draft);
		});
	}

	for (const [name, progress, wanted] of [
		['the review of a new server', review, 'outbound'],
		['the review of a configured one', {...review, isConfigured: true}, 'home'],
		['an apply that failed', after(review, accepted), 'review'],
		['the results', after(review, accepted, ended({})), 'home'],
		['the welcome', fresh, 'welcome'],
		[
			'home',
			begin({draft: complete, typed: {}, isConfigured: true, isInEffect: false}),
			'home',
		],
	] as const) {
		test(`leads from ${name} to ${wanted}`, () => {
			assert.equal(placeName(after(progress, {type: 'went-back'})), wanted);
		});
	}
});

suite('a detour from the review', () => {
	const detour = after(review, {type: 'jumped', step: stepOf('sql')});
	test('leads back to the review when it is answered', () => {
		const patch = {sql: {...complete.sql, port: 50_123}};
		const end = after(detour, answered('sql', patch));
		assert.equal(placeName(end), 'review');
		assert.equal(end.draft.sql?.port, 50_123);
	});

	test('leads back to the review, with the old answer, when it is left', () => {
		const end = after(detour, {type: 'went-back'});
		assert.equal(placeName(end), 'review');
		assert.equal(end.draft, review.draft);
	});
});

suite('a jump along the progress line', () => {
	const jumped = (id: string): WizardEvent => ({type: 'jumped', step: stepOf(id)});
	const atSql = after(
		begin({
			draft: without('sql', 'smtp', 'time'),
			typed: {},
			isConfigured: false,
			isInEffect: false,
		}),
		{type: 'began'},
	);

	for (const [name, event] of [
		['answering', answered('viewers')],
		['Esc', {type: 'went-back'}],
	] as const) {
		test(`back to an earlier page is a detour: ${name} leads to where one was`, () => {
			assert.equal(placeName(after(atSql, jumped('viewers'), event)), 'sql');
		});
	}

	test('from page to page is one detour', () => {
		const there = after(atSql, jumped('viewers'), jumped('support'));
		assert.equal(placeName(after(there, {type: 'went-back'})), 'sql');
	});

	test('forwards again to where one was is no detour any more', () => {
		const back = after(atSql, jumped('viewers'), jumped('sql'));
		assert.equal(placeName(after(back, {type: 'went-back'})), 'support');
		assert.equal(placeName(after(back, answered('sql'))), 'mail');
	});

	test('never leads past a page that is not answered yet', () => {
		const mail = after(atSql, jumped('mail'), answered('mail'));
		assert.equal(placeName(mail), 'time');
		const outbound = after(mail, answered('time'));
		assert.equal(placeName(outbound), 'outbound');
		assert.equal(placeName(after(outbound, answered('outbound'))), 'sql');
		assert.equal(placeName(after(atSql, {type: 'opened', place: 'review'})), 'sql');
	});

	test('to the review ends the detour where it began', () => {
		const there = after(review, {
			type: 'jumped',
			step: stepOf('sql'),
			pointed: {id: 'sql'},
		});
		assert.deepEqual(after(there, {type: 'opened', place: 'review'}).place, {
			at: 'review',
			pointed: {id: 'sql'},
		});
	});
});

test('a key on its way while rules are applied leads nowhere', () => {
	const applying = after(review, accepted);
	for (const event of [
		{type: 'jumped', step: stepOf('sql')},
		{type: 'opened', place: 'results'},
		accepted,
	] as const) {
		assert.equal(after(applying, event), applying);
	}
});

test('the results can be looked at as they were found last', () => {
	const home = begin({draft: complete, typed: {}, isConfigured: true, isInEffect: true});
	const last = after(home, {type: 'opened', place: 'last-results'});
	assert.deepEqual(last.place, {at: 'results', isFresh: false});
	const waiting = after(
		home,
		{type: 'opened', place: 'results'},
		{
			type: 'opened',
			place: 'knocks',
		},
	);
	assert.deepEqual(after(waiting, {type: 'went-back'}).place, {
		at: 'results',
		isFresh: false,
	});
});

test('a second Enter, on its way while the page turns, answers nothing', () => {
	const viewers = after(fresh, {type: 'began'}, answered('server'));
	const hasty = after(viewers, answered('server', {server: {hostname: 'other.uni.edu'}}));
	assert.equal(hasty, viewers);
});

test('what is typed is kept until its step is answered', () => {
	const step = stepOf('server');
	const values = {'server.hostname': 'half'};
	const typing = after(fresh, {type: 'began'}, {type: 'typed', step, values});
	assert.deepEqual(typing.typed, {server: values});
	assert.deepEqual(after(typing, {type: 'went-back'}).typed, {server: values});
	assert.deepEqual(after(typing, answered('server')).typed, {});
});

test('a key that comes late for a step that is answered leaves nothing behind', () => {
	const values = {'server.hostname': 'late'};
	const late = after(fresh, {type: 'began'}, answered('server'), {
		type: 'typed',
		step: stepOf('server'),
		values,
	});
	assert.deepEqual(late.typed, {});
});

test('the question whether to leave lies over the place, and staying goes back to it', () => {
	const asked = after(review, {type: 'asked-to-leave'});
	assert.equal(asked.isLeaving, true);
	assert.equal(asked.place, review.place);
	assert.deepEqual(after(asked, {type: 'stayed'}), review);
});

for (const place of ['review', 'results', 'knocks'] as const) {
	test(`the ${place} open from home`, () => {
		const home = begin({
			draft: complete,
			typed: {},
			isConfigured: true,
			isInEffect: false,
		});
		assert.equal(placeName(after(home, {type: 'opened', place})), place);
	});
}

/** On a server that is set up: at home, or at the results that were opened from there. */
function settledAt(place: 'home' | 'results') {
	const home = begin({
		draft: complete,
		typed: {},
		isConfigured: true,
		isInEffect: false,
	});
	return place === 'home' ? home : after(home, {type: 'opened', place});
}

for (const from of ['home', 'results'] as const) {
	test(`waiting for others goes back to where it was opened: ${from}`, () => {
		const waiting = after(settledAt(from), {type: 'opened', place: 'knocks'});
		assert.equal(placeName(after(waiting, {type: 'went-back'})), from);
	});
}

for (const from of ['home', 'results'] as const) {
	test(`the documents go back to where they were opened: ${from}`, () => {
		const documents = after(settledAt(from), {type: 'opened', place: 'documents'});
		assert.deepEqual(documents.place, {
			at: 'documents',
			isFromResults: from === 'results',
			pointed: undefined,
		});
		assert.equal(placeName(after(documents, {type: 'went-back'})), from);
	});
}

test('after an apply the documents open at the answers file, which is new then', () => {
	const kept = after(review, accepted, onTrial, ended({said: 'Generation 4.'}));
	const {place} = after(kept, {type: 'opened', place: 'documents'});
	assert.ok(place.at === 'documents');
	assert.equal(place.pointed, 'answers-file');
});

test('collecting evidence goes back home', () => {
	const home = begin({draft: complete, typed: {}, isConfigured: true, isInEffect: true});
	const evidence = after(home, {type: 'opened', place: 'evidence'});
	assert.equal(placeName(evidence), 'evidence');
	assert.equal(placeName(after(evidence, {type: 'went-back'})), 'home');
});

test('whatever happens, the review is never reached with a question open', () => {
	const event = fc.oneof(
		fc.constantFrom<WizardEvent>({type: 'began'}, {type: 'went-back'}),
		fc.constantFrom(...ids).map(id => answered(id)),
	);
	fc.assert(
		fc.property(
			fc.array(event, {maxLength: 40}),
			fc.subarray(Object.keys(complete)),
			(events, missing) => {
				const end = after(
					begin({
						draft: without(...missing),
						typed: {},
						isConfigured: false,
						isInEffect: false,
					}),
					...events,
				);
				assert.ok(
					end.place.at !== 'review' || steps.every(step => isAnswered(step, end.draft)),
				);
			},
		),
	);
});

test('what is applied is the plan that was reviewed', () => {
	assert.deepEqual(after(review, accepted).place, {
		at: 'applying',
		reviewed,
		accepted: [],
	});
});

suite('a plan that shuts somebody out', () => {
	const peer = address('10.99.0.9');
	const shutOut = [{peer, port: 22, isSelf: true, isLogin: true}];
	const shutting: Reviewed = {...reviewed, plan: {...plan, shutOut}};
	const asked = (addresses: readonly Address[]) =>
		after(review, {type: 'accepted', reviewed: shutting, accepted: addresses});

	test('is not applied unasked', () => {
		assert.equal(placeName(asked([])), 'shut-out');
		assert.equal(placeName(asked([address('10.99.0.10')])), 'shut-out');
	});

	test('is applied when that very address is meant', () => {
		assert.equal(placeName(asked([peer])), 'applying');
	});

	test('is applied when it cuts no login', () => {
		const viewer = {
			...shutting.plan,
			shutOut: [{...shutOut[0], peer, port: 9999, isSelf: false, isLogin: false}],
		};
		const event: WizardEvent = {
			type: 'accepted',
			reviewed: {...shutting, plan: viewer},
			accepted: [],
		};
		assert.equal(placeName(after(review, event)), 'applying');
	});

	test('is made anew when the answers are amended, and what was typed is forgotten', () => {
		const answers = {...exampleAnswers, server: {hostname: 'amended.uni.edu'}};
		const typing = {...asked([]), typed: {support: {}}};
		const amended = after(typing, {type: 'amended', answers});
		assert.equal(placeName(amended), 'review');
		assert.equal(amended.draft.server?.hostname, 'amended.uni.edu');
		assert.deepEqual(amended.typed, {});
	});

	test('going back leads to the review', () => {
		assert.equal(placeName(after(asked([]), {type: 'went-back'})), 'review');
	});
});

suite('a trial', () => {
	const trying = after(review, accepted, onTrial);

	test('follows an apply, and nothing else', () => {
		assert.equal(placeName(trying), 'trial');
		assert.equal(after(review, onTrial), review);
	});

	test('cannot be left by going back', () => {
		assert.equal(placeName(after(trying, {type: 'went-back'})), 'trial');
	});

	test('that is kept leads to the results, with its answers as those of the server', () => {
		const answers = {...exampleAnswers, server: {hostname: 'earlier.uni.edu'}};
		const back: WizardEvent = {
			type: 'accepted',
			reviewed: {...reviewed, answers},
			accepted: [],
		};
		const kept = after(review, back, onTrial, ended({said: 'Generation 4.'}));
		assert.deepEqual(kept.place, {
			at: 'results',
			said: 'Generation 4.',
			isFresh: true,
		});
		assert.deepEqual([kept.isConfigured, kept.isInEffect], [true, true]);
		assert.equal(kept.draft.server?.hostname, 'earlier.uni.edu');
	});

	test('that is kept with something left undone says so before the results', () => {
		const kept = after(trying, ended({problems: ['The disk is full.']}));
		assert.equal(placeName(kept), 'ended');
		assert.equal(placeName(after(kept, {type: 'went-back'})), 'results');
	});

	test('that is undone says so, and leads back to the review; nothing is in effect', () => {
		const undone = after(trying, ended({isKept: false}));
		assert.equal(placeName(undone), 'ended');
		assert.deepEqual([undone.isConfigured, undone.isInEffect], [false, false]);
		assert.equal(undone.draft, review.draft);
		assert.equal(placeName(after(undone, {type: 'went-back'})), 'review');
	});

	test('that ends twice ends once', () => {
		const kept = after(trying, ended({}));
		assert.equal(after(kept, ended({isKept: false})), kept);
	});
});

test('going back to an earlier configuration is reviewed, tried, and can be left', () => {
	const generation = recordedGeneration(3, plan.policy);
	const start = begin({
		draft: complete,
		typed: {},
		isConfigured: true,
		isInEffect: true,
	});
	const list = after(start, {type: 'opened', place: 'generations'});
	assert.equal(placeName(after(list, {type: 'went-back'})), 'home');
	const chosen = after(list, {type: 'chose-generation', generation});
	assert.deepEqual(chosen.place, {at: 'review', generation});
	assert.equal(chosen.draft, start.draft, 'looking changes no answer');
	assert.equal(placeName(after(chosen, {type: 'went-back'})), 'generations');
	const event: WizardEvent = {
		type: 'accepted',
		reviewed: {...reviewed, generation},
		accepted: [],
	};
	const undone = after(chosen, event, onTrial, ended({isKept: false}));
	assert.deepEqual(after(undone, {type: 'went-back'}).place, {at: 'review', generation});
});
