import {
	byServer,
	gravest,
	type Look,
	type NameAnswer,
	type NameFault,
} from '../host/resolver.js';
import {type Judgement, judgement} from './judgement.js';

type NameAnswered = Extract<NameAnswer, {readonly outcome: 'answered'}>;

/**
 * What is wrong with an answer of the DNS although it has addresses: programs that ask may
 * get another one, or none.
 */
export function judgeAnswer({looks}: Pick<NameAnswered, 'looks'>): Judgement | undefined {
	return judgeDisagreement(looks) ?? judgeFamilies(looks);
}

function judgeDisagreement(looks: readonly Look[]): Judgement | undefined {
	const details = byServer(looks).flatMap(of => {
		const isAnswered = of.some(({outcome}) => outcome === 'answered');
		const words = isAnswered ? undefined : wrong[gravest(of.map(({outcome}) => outcome))];
		return of[0] === undefined || words === undefined ? [] : [`${of[0].server} ${words}`];
	});
	return details[0] === undefined ? undefined : judgement('dns.disagree', details[0]);
}

/** What a server says wrongly. That one is silent is told of the server itself. */
const wrong: Readonly<Partial<Record<NameFault, string>>> = {
	nxdomain: 'knows no such name',
	'no-address': 'has no address for it',
	servfail: 'fails to look it up',
};

/** Programs ask for both families, and wait for both answers. */
function judgeFamilies(looks: readonly Look[]): Judgement | undefined {
	const broken = byServer(looks)
		.filter(of => of.some(({outcome}) => outcome === 'answered'))
		.flat()
		.find(({outcome}) => brokenOutcomes.includes(outcome));
	return broken === undefined
		? undefined
		: judgement('dns.half-answered', `${broken.server} fails for IPv${broken.family}`);
}

const brokenOutcomes: ReadonlyArray<Look['outcome']> = ['servfail', 'refused', 'timeout'];
