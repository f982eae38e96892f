import {Box, Text} from 'ink';
import type {Login} from '../../../probes/login.js';
import type {ProbeResult} from '../../../probes/probe-result.js';
import {wrap} from '../../../reports/wrap.js';
import {beginLogin, loginFields, readLogin} from '../../login-form.js';
import type {Press} from '../../presses.js';
import {FailureMessage} from '../../widgets/failure-message.js';
import {Form} from '../../widgets/form.js';
import {
	beginForm,
	type FormState,
	pressInForm,
	valuesOf,
} from '../../widgets/form-state.js';
import {Frame} from '../../widgets/frame.js';
import {frameRows} from '../../widgets/frame-rows.js';
import {useLook} from '../../widgets/look.js';
import {Mark} from '../../widgets/mark.js';
import {Remark} from '../../widgets/remark.js';
import {useLatest} from '../../widgets/use-latest.js';
import {usePresses} from '../../widgets/use-presses.js';
import {Working} from '../../widgets/working.js';
import {forThisTest, loginTitles, loginWarning} from '../../words/logging-in.js';
import {verdictColours} from './result-lines.js';
import {type LoginTarget, useLogin} from './use-login.js';

export type LoginScreenProps = LoginTarget & {
	readonly kind: Login['for'];
	readonly status: string;
	readonly onClose: () => void;
	/** Ctrl-C. */
	readonly onLeave: () => void;
};

/**
 * A login typed for one test, and what came of it. What is typed is known to this screen
 * alone, and is gone with it.
 */
export function LoginScreen(props: LoginScreenProps) {
	const {kind, answers, run, status, onClose, onLeave} = props;
	const {rows} = useLook();
	const fields = loginFields[kind];
	const [state, change] = useLatest(() => beginForm(fields, beginLogin(kind, answers)));
	const {isTrying, tried, failure, tryOut} = useLogin(props);
	const values = valuesOf(fields, state);
	const {host, port} = kind === 'sql' ? answers.sql : answers.smtp;

	const submit = (now: FormState) => {
		const {login, faults} = readLogin(kind, valuesOf(fields, now));
		const faulty = fields.find(({id}) => faults.has(id));
		change(latest => ({...latest, isTried: true, focus: faulty?.id ?? latest.focus}));
		if (login !== undefined) {
			tryOut(login);
		}
	};

	usePresses((press: Press) => {
		const key = press.kind === 'key' ? press.name : undefined;
		const now = change(latest => latest);
		if (key === 'escape') {
			onClose();
		} else if (key === 'interrupt') {
			onLeave();
		} else if (key === 'enter' && isReady(now, fields)) {
			submit(now);
		} else {
			const {state: next, left} = pressInForm(fields, now, press);
			change(latest => (left === 'forwards' ? latest : next));
		}
	});

	return (
		<Frame
			title={loginTitles[kind]}
			status={status}
			progress={<Text dimColor>{`${host}, port ${port}`}</Text>}
			hints={[
				['Enter', isReady(state, fields) ? 'try' : 'next'],
				['Tab', 'next'],
				['Esc', 'back'],
				['Ctrl-C', 'leave'],
			]}
		>
			<Text>{forThisTest}</Text>
			<Box marginTop={1} flexShrink={0}>
				<Form
					fields={fields}
					state={state}
					values={values}
					faults={readLogin(kind, values).faults}
					height={rows - frameRows}
				/>
			</Box>
			{isTrying && <Working doing="Logging in" />}
			{failure !== undefined && <FailureMessage failure={failure} />}
			{!isTrying && failure === undefined && (
				<Outcome result={tried} warning={loginWarning(kind, answers, run)} />
			)}
		</Frame>
	);
}

/** From the last field on Enter tries, and after that from any: one corrects and tries again. */
function isReady({focus, isTried}: FormState, fields: readonly {readonly id: string}[]) {
	return isTried || focus === fields.at(-1)?.id;
}

type OutcomeProps = {
	readonly result: ProbeResult | undefined;
	/** What to know before the first try. */
	readonly warning: string | undefined;
};

/** The verdict as a mark and a word, what was seen, and what to do. */
function Outcome({result, warning}: OutcomeProps) {
	const {columns, marks} = useLook();
	if (result === undefined) {
		return warning === undefined ? null : <Remark text={warning} />;
	}

	const {verdict, detail, remedy} = result;
	const mark = {text: marks.verdict[verdict], colour: verdictColours[verdict]};
	return (
		<Box flexDirection="column">
			<Box>
				<Mark {...mark} />
				<Text bold>{`${verdict}: ${detail}`}</Text>
			</Box>
			{wrap(remedy ?? '', columns - 2).map(line => (
				<Text key={line}>{line}</Text>
			))}
		</Box>
	);
}
