import type {ReactNode} from 'react';
import type {Answers} from '../answers/schema.js';
import type {PlaceProps} from './current-place.js';
import type {SettledPlace} from './place.js';
import {ApplyScreen} from './screens/apply/apply-screen.js';
import {EndedScreen} from './screens/apply/ended-screen.js';
import {DocumentsScreen} from './screens/documents/documents-screen.js';
import {CollectScreen} from './screens/evidence/collect-screen.js';
import {GenerationsScreen} from './screens/home/generations-screen.js';
import {HomeScreen} from './screens/home/home-screen.js';
import {KnocksScreen} from './screens/knocks/knocks-screen.js';
import {ResultsScreen} from './screens/results/results-screen.js';
import {ReviewScreen} from './screens/review/review-screen.js';
import {ShutOutScreen} from './screens/review/shut-out-screen.js';
import {OwnTrial} from './trial/own-trial.js';

export type AnsweredPlaceProps = Omit<PlaceProps, 'answers'> & {
	readonly place: SettledPlace;
	readonly answers: Answers;
	readonly progressLine: ReactNode;
};

/** The screens that need every answer. */
export function AnsweredPlace(props: AnsweredPlaceProps) {
	const {place, screen, answers, notice, progressLine} = props;
	const {run, onRun, onLeave, onInterrupt} = props;
	switch (place.at) {
		case 'home':
			return (
				<HomeScreen
					{...screen}
					answers={answers}
					notice={notice}
					onRun={onRun}
					onLeave={onLeave}
				/>
			);
		case 'generations':
			return <GenerationsScreen {...screen} />;
		case 'review':
			return (
				<ReviewScreen
					{...screen}
					answers={place.generation?.answers ?? answers}
					generation={place.generation}
					pointed={place.pointed}
					progressLine={progressLine}
				/>
			);
		case 'shut-out':
			return <ShutOutScreen {...screen} reviewed={place.reviewed} />;
		case 'applying':
			return (
				<ApplyScreen {...screen} reviewed={place.reviewed} accepted={place.accepted} />
			);
		case 'trial':
			return <OwnTrial {...screen} {...place} onLeave={onInterrupt} />;
		case 'ended':
			return (
				<EndedScreen
					{...screen}
					aftermath={place.aftermath}
					progressLine={progressLine}
				/>
			);
		case 'results':
			return (
				<ResultsScreen
					{...screen}
					answers={answers}
					said={place.said}
					last={place.isFresh ? undefined : run}
					onRun={onRun}
					onLeave={onLeave}
				/>
			);
		case 'knocks':
			return <KnocksScreen {...screen} answers={answers} />;
		case 'documents':
			return <DocumentsScreen {...screen} answers={answers} pointed={place.pointed} />;
		case 'evidence':
			return <CollectScreen {...screen} />;
	}
}
