import type {ReactNode} from 'react';
import type {Answers} from '../../../answers/schema.js';
import type {Login} from '../../../probes/login.js';
import {idOfLogin} from '../../../probes/login-rows.js';
import {keyOf, type ProbeResult, type ProbeRun} from '../../../probes/probe-result.js';
import {keptBecause} from '../../../reports/kept-because.js';
import type {Party} from '../../../reports/party.js';
import type {Server} from '../../../reports/request-items.js';
import {useLook} from '../../widgets/look.js';
import {ReadingScreen} from '../reading-screen.js';
import type {ScreenProps} from '../screen-props.js';
import {EvidenceScreen} from './evidence-screen.js';
import {LoginScreen} from './login-screen.js';
import {MessageScreen} from './message-screen.js';
import {resultHelp} from './result-help.js';

/** What lies over the results. */
export type Cover =
	| {readonly kind: 'evidence'}
	| {readonly kind: 'help'}
	| {readonly kind: 'message'; readonly party: Party}
	| {readonly kind: 'login'; readonly for: Login['for']};

export type ResultsCoverProps = Pick<ScreenProps, 'flow' | 'machine' | 'status'> & {
	readonly cover: Cover;
	readonly answers: Answers;
	readonly server: Server;
	/** The result that is pointed at. */
	readonly result: ProbeResult | undefined;
	/** Undefined while the connections are being proven. */
	readonly run: ProbeRun | undefined;
	/** Told of the run with what came of a login, and of that. */
	readonly onTried: (run: ProbeRun, key: string | undefined) => void;
	readonly onClose: () => void;
	/** Ctrl-C. */
	readonly onLeave: () => void;
};

/** Whether there is what is to be looked at: keys may come faster than what they are about. */
export function canShow(
	cover: Cover | undefined,
	{result, run}: Pick<ResultsCoverProps, 'result' | 'run'>,
): cover is Cover {
	switch (cover?.kind) {
		case undefined:
			return false;
		case 'help':
			return true;
		case 'evidence':
			return result !== undefined;
		case 'message':
		case 'login':
			return run !== undefined;
	}
}

/** Whatever is looked at beside the results, until it is closed. */
export function ResultsCover(props: ResultsCoverProps): ReactNode {
	const {cover, flow, machine, status, answers, server, result, run, onTried} = props;
	const {onClose, onLeave} = props;
	const {columns, marks} = useLook();
	const around = {status, onClose, onLeave};
	if (cover.kind === 'help') {
		const lines = resultHelp(marks, columns - 2);
		return <ReadingScreen title="Help" subject="Results" lines={lines} {...around} />;
	}

	if (cover.kind === 'evidence') {
		return (
			result && (
				<EvidenceScreen
					{...{result, run, server}}
					kept={keptBecause(result, answers)}
					{...around}
				/>
			)
		);
	}

	if (run === undefined) {
		return undefined;
	}

	return cover.kind === 'message' ? (
		<MessageScreen party={cover.party} {...{run, server, machine}} {...around} />
	) : (
		<LoginScreen
			kind={cover.for}
			{...{answers, flow, run}}
			{...around}
			onTried={found => {
				const login = found.results.find(({id}) => id === idOfLogin(cover));
				onTried(found, login && keyOf(login));
			}}
		/>
	);
}
