import type {SessionView} from '../../source/session/messages.js';

/** Somebody at work in the wizard. */
export const exampleView: SessionView = {
	state: 'open',
	by: {user: 'jsmith', from: '10.40.0.8'},
	pid: 4711,
	since: '2026-11-22T14:02:11.000Z',
	frame: 'Which networks?\n10.20.0',
	columns: 80,
	rows: 24,
	page: 'viewers',
	isApplying: false,
	isOnTrial: false,
	isApplied: false,
	isLost: false,
};
