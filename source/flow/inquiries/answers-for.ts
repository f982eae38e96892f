import type {Answers, Draft} from '../../answers/schema.js';
import type {Question} from './inquiry.js';

/** What is not answered yet, so that nothing is looked up or tried for it. */
const unanswered: Answers = {
	version: 1,
	server: {hostname: 'localhost'},
	viewers: {subnets: []},
	appsanywhere: {servers: []},
	support: {enabled: false, sources: []},
	sql: {host: '127.0.0.1', port: 1433, udp: false},
	smtp: {host: '127.0.0.1', port: 587, security: 'starttls'},
	time: {servers: []},
	dns: {servers: []},
	proxy: {url: null, noProxy: []},
	outbound: {mode: 'ports'},
	extra: [],
	notes: {},
};

/**
 * The answers that a question is asked with: how this server calls itself and asks the
 * DNS, as far as that is known, and the values in question. What was observed is held
 * against all that is answered.
 */
export function answersFor(question: Question, draft: Draft): Answers {
	if (question.about === 'observed') {
		return {...unanswered, ...draft};
	}

	const {server, dns} = draft;
	return {
		...unanswered,
		...(server === undefined ? {} : {server}),
		...(dns === undefined ? {} : {dns}),
		...('answers' in question ? question.answers : {}),
	};
}
