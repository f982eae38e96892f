import {Text} from 'ink';
import {describePerson} from '../host/person.js';
import type {Machine} from '../machine.js';
import type {Marks} from '../reports/marks.js';
import type {TrialEnd} from '../transaction/follow-trial.js';
import type {Trial} from '../transaction/open-trial.js';
import {Shell} from './shell.js';
import {TrialScreen} from './trial/trial-screen.js';
import {useExit} from './use-exit.js';

export type OnlookerProps = {
	readonly machine: Pick<Machine, 'person' | 'sshSession' | 'inboundConnections'>;
	readonly trial: Trial;
	readonly marks: Marks;
};

/** A trial that began in another session: it can be kept or undone here too. */
export function Onlooker({machine, trial, marks}: OnlookerProps) {
	const exit = useExit();
	const leaveWith = (end: TrialEnd | undefined) => {
		exit(end);
	};

	return (
		<Shell marks={marks} onLeave={() => leaveWith(undefined)}>
			<TrialScreen
				trial={trial}
				machine={machine}
				progress={
					<Text dimColor wrap="truncate">
						A trial of {describePerson(trial.record.by)}; you look on, and may end it
					</Text>
				}
				isShutOut={false}
				untilEnded={() => trial.ended}
				onEnded={leaveWith}
				onLeave={() => leaveWith(undefined)}
			/>
		</Shell>
	);
}
