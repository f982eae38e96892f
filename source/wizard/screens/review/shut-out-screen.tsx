import {Text} from 'ink';
import {useState} from 'react';
import {
	addressesOf,
	admitToSupport,
	type Reviewed,
	shutOutLogins,
} from '../../reviewed.js';
import {shuttingOut} from '../../words/shutting-out.js';
import {QuestionScreen} from '../question-screen.js';
import type {ScreenProps} from '../screen-props.js';
import {InsistScreen} from './insist-screen.js';

/** Before rules are applied that somebody who is logged in could not come back under. */
export function ShutOutScreen({
	send,
	status,
	trialSeconds,
	reviewed,
}: Pick<ScreenProps, 'send' | 'status' | 'trialSeconds'> & {
	readonly reviewed: Reviewed;
}) {
	const [isInsisting, setIsInsisting] = useState(false);
	const logins = shutOutLogins(reviewed.plan);
	const addresses = addressesOf(logins);
	const isSelf = logins.some(login => login.isSelf);
	if (isInsisting) {
		return (
			<InsistScreen
				status={status}
				isSelf={isSelf}
				trialSeconds={trialSeconds}
				onInsist={() => send({type: 'accepted', reviewed, accepted: addresses})}
				onBack={() => setIsInsisting(false)}
				onLeave={() => send({type: 'asked-to-leave'})}
			/>
		);
	}

	const {question, paragraphs, options} = shuttingOut(logins);
	const actions = {
		admit: () =>
			send({type: 'amended', answers: admitToSupport(reviewed.answers, addresses)}),
		insist: () => setIsInsisting(true),
		back: () => send({type: 'went-back'}),
	};
	return (
		<QuestionScreen
			title="Not applied yet"
			status={status}
			progress={<Text dimColor>Nothing has been changed.</Text>}
			question={question}
			paragraphs={paragraphs}
			options={options}
			onChoose={choice => actions[choice]()}
			onBack={actions.back}
			onLeave={() => send({type: 'asked-to-leave'})}
		/>
	);
}
