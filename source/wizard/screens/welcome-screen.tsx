import {Box, Text} from 'ink';
import {wrap} from '../../reports/wrap.js';
import {isAnswered} from '../step.js';
import {steps} from '../steps/index.js';
import {Frame} from '../widgets/frame.js';
import {useLook} from '../widgets/look.js';
import {Remark} from '../widgets/remark.js';
import {usePresses} from '../widgets/use-presses.js';
import type {ScreenProps} from './screen-props.js';

const stages = [
	`You name your networks and servers: ${steps.length} short pages.`,
	'You see every firewall rule before anything is changed.',
	"The rules are put into this server's own firewall.",
	'Every connection of the list is tried, and you learn who must act.',
];

/** The first screen on a server that has not been set up. */
export function WelcomeScreen({
	progress,
	send,
	machine,
	status,
	notice,
}: ScreenProps & {readonly notice: string | undefined}) {
	const {columns} = useLook();
	usePresses(press => {
		if (press.kind === 'key' && press.name === 'enter') {
			send({type: 'began'});
		}

		if (press.kind === 'key' && press.name === 'interrupt') {
			send({type: 'asked-to-leave'});
		}
	});
	const answered = steps.filter(step => isAnswered(step, progress.draft)).length;
	return (
		<Frame
			title="AppsAnywhere Analytics setup"
			status={status}
			hints={[
				['Enter', answered === 0 ? 'begin' : 'go on'],
				['Ctrl-C', 'leave'],
			]}
		>
			<Text bold>This makes the network connections of this Analytics server work.</Text>
			<Box flexDirection="column" marginY={1}>
				{stages.map((stage, index) => (
					<Text key={stage}>
						{'  '}
						{index + 1} {stage}
					</Text>
				))}
			</Box>
			{wrap(
				'Have at hand: the networks of your Analytics viewers, the addresses of your AppsAnywhere servers, where remote support connects from, and the names of your SQL Server and mail relay.',
				columns - 2,
			).map(line => (
				<Text key={line}>{line}</Text>
			))}
			<Box flexDirection="column" marginTop={1}>
				{answered > 0 && (
					<Text>
						You answered {answered} of {steps.length} pages before; Enter goes on where
						you stopped.
					</Text>
				)}
				{notice !== undefined && <Remark text={notice} />}
				{machine.backend.name === 'files' && (
					<Remark text={`${filesReason} They are written to ${machine.backend.place}.`} />
				)}
			</Box>
		</Frame>
	);
}

/** What the user must know wherever rules seem to be put into effect. */
export const filesReason =
	'Without root, or without nftables, the rules are only written to files: nothing takes effect on this server.';
