import {useRef, useState} from 'react';
import type {Answers} from '../../../answers/schema.js';
import type {Flow} from '../../../flow/flow.js';
import type {Login} from '../../../probes/login.js';
import {idOfLogin} from '../../../probes/login-rows.js';
import type {ProbeResult, ProbeRun} from '../../../probes/probe-result.js';
import {useTask} from '../../widgets/use-task.js';

export type LoginTarget = {
	readonly answers: Answers;
	readonly flow: Pick<Flow, 'logIn'>;
	/** To which what comes of a login is added. */
	readonly run: ProbeRun;
	/** Told of the run with what came of a login. */
	readonly onTried: (run: ProbeRun) => void;
};

/** Tries one login after the other; each is forgotten when it has been tried. */
export function useLogin({answers, flow, run, onTried}: LoginTarget) {
	const [login, setLogin] = useState<Login>();
	const [tried, setTried] = useState<ProbeResult>();
	// Enter may come again before a redraw, and each try could lock the account.
	const isBusy = useRef(false);
	const task = useTask(login, async signal => {
		if (login === undefined) {
			return;
		}

		try {
			const found = await flow.logIn(login, answers, {run, signal});
			onTried(found);
			setTried(found.results.find(({id}) => id === idOfLogin(login)));
			setLogin(undefined);
		} finally {
			isBusy.current = false;
		}
	});
	return {
		isTrying: login !== undefined && task.state === 'working',
		tried,
		failure: task.state === 'failed' ? task.failure : undefined,
		tryOut(next: Login) {
			if (!isBusy.current) {
				isBusy.current = true;
				setLogin(next);
			}
		},
	};
}
