import type {Milestone} from '../../milestones.js';
import {openBeside} from '../../milestones.js';
import type {Press} from '../../presses.js';
import {useLatest} from '../../widgets/use-latest.js';

export type PointingAtPages = {
	/** The page that is pointed at; undefined while the keys are the form's. */
	readonly pointed: number | undefined;
	/** Leads the keys to the line. */
	readonly enter: () => void;
	/** Whether the press was for the line. */
	readonly press: (press: Press) => boolean;
};

/** Moves along the progress line and opens the page that is pointed at. */
export function useProgressLine(
	milestones: readonly Milestone[],
	onOpen: (index: number) => void,
): PointingAtPages {
	const [pointed, point] = useLatest<number | undefined>(undefined);
	const here = milestones.findIndex(({state}) => state === 'here');
	return {
		pointed,
		enter: () => point(() => here),
		press(press) {
			const at = point(now => now);
			if (at === undefined) {
				return false;
			}

			const key = press.kind === 'key' ? press.name : undefined;
			switch (key) {
				case 'left':
				case 'right':
					point(() => openBeside(milestones, at, key === 'left' ? -1 : 1));
					return true;
				case 'up':
				case 'back-tab':
					return true;
				case 'enter':
					point(() => undefined);
					onOpen(at);
					return true;
				case 'down':
				case 'tab':
				case 'escape':
					point(() => undefined);
					return true;
				default:
					// Whoever types goes on where they were.
					point(() => undefined);
					return false;
			}
		},
	};
}
