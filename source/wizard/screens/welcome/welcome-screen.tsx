import {Frame} from '../../widgets/frame.js';
import {useLook} from '../../widgets/look.js';
import {lastTop, Scroll} from '../../widgets/scroll.js';
import {useCommands} from '../../widgets/use-commands.js';
import {useScroll} from '../../widgets/use-scroll.js';
import type {ScreenProps} from '../screen-props.js';
import {welcomeView} from './welcome-view.js';

/** The first screen on a server that has not been set up. */
export function WelcomeScreen({
	progress,
	send,
	machine,
	status,
	notice,
}: ScreenProps & {readonly notice: string | undefined}) {
	const view = welcomeView({machine, notice}, progress, useLook());
	const {title, lines, height, hints} = view;
	const {at, moves} = useScroll(lastTop(lines, height));
	useCommands({
		...moves,
		enter: () => send({type: 'began'}),
		interrupt: () => send({type: 'asked-to-leave'}),
	});
	return (
		<Frame title={title} status={status} hints={hints}>
			<Scroll lines={lines} top={at} height={height} />
		</Frame>
	);
}
