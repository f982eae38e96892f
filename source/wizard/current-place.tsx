import {setTimeout as delay} from 'node:timers/promises';
import type {Answers} from '../answers/schema.js';
import type {ProbeRun} from '../probes/probe-result.js';
import {milestonesOf} from './milestones.js';
import type {Progress} from './progress.js';
import type {ScreenProps} from './screens/screen-props.js';
import {StepScreen} from './screens/step/step-screen.js';
import {WelcomeScreen} from './screens/welcome/welcome-screen.js';
import {ProgressLine} from './widgets/progress-line.js';
import {useTask} from './widgets/use-task.js';

export type PlaceProps = {
	readonly screen: ScreenProps;
	readonly answers: Answers | undefined;
	readonly notice: string | undefined;
	/** What was probed last. */
	readonly run: ProbeRun | undefined;
	readonly onRun: (run: ProbeRun) => void;
	readonly onLeave: () => void;
	/** Leaves something unfinished. */
	readonly onInterrupt: () => void;
};

/** In milliseconds: a key that was pressed before the first frame goes first. */
const patience = 100;

/** Most screens come only after every answer: behind the welcome they are loaded. */
async function loadAnsweredPlace({place}: Pick<Progress, 'place'>) {
	if (place.at === 'welcome') {
		await delay(patience);
	}

	return import('./answered-place.js');
}

/** The screen of the place where the wizard is. */
export function CurrentPlace(props: PlaceProps) {
	const {screen, answers, notice} = props;
	const {progress} = screen;
	const {place} = progress;
	const later = useTask('answered', () => loadAnsweredPlace(progress));
	const progressLine = <ProgressLine milestones={milestonesOf(progress)} />;
	if (place.at === 'step') {
		return <StepScreen key={place.step.id} {...screen} step={place.step} />;
	}

	// Only the welcome comes before every step is answered.
	if (place.at === 'welcome' || answers === undefined) {
		return <WelcomeScreen {...screen} notice={notice} />;
	}

	return later.state !== 'done' ? null : (
		<later.value.AnsweredPlace
			{...props}
			place={place}
			answers={answers}
			progressLine={progressLine}
		/>
	);
}
