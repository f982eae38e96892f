import {
	askedTooOften,
	askedWithoutLeave,
	fastClock,
	fastClockWithoutTime,
	slowClock,
	timeServersDisagree,
	unsynchronised,
	wrongTimeServer,
} from '../../campus/faults/time.js';
import type {FaultTable} from './fault-table.js';

/** What is wrong with the time, and who must act. */
export const timeFaults: FaultTable = [
	[
		unsynchronised,
		'ntp-0 warn ntp.unsynchronised remote',
		'10.63.0.111 answers but does not know the time itself. Ask whoever runs it to look at it, or name another one.',
	],
	[
		askedTooOften,
		'ntp-0 warn ntp.rate remote',
		'10.63.0.113 is reached, but finds that it is asked too often. Probe again in some minutes; if it stays, ask whoever runs it, or name another one.',
	],
	[
		askedWithoutLeave,
		'ntp-0 fail ntp.refused remote',
		'10.63.0.114 answers but refuses to tell the time. Ask whoever runs it to permit this server, or name another one.',
	],
	[
		timeServersDisagree,
		'clock warn clock.disputed this-host',
		'The time servers differ by 3 days, so one of them is wrong. Look at which it is in the evidence of their rows, and name another one.',
	],
	[
		// With one server alone nobody can know whose clock is wrong.
		wrongTimeServer,
		'clock fail clock.off this-host',
		"This server's clock is wrong (clock 3 days slow), so certificates and licences fail. Start its time service (systemctl enable --now chronyd, then chronyc makestep), and probe again.",
	],
	[
		fastClock,
		'clock fail clock.off this-host',
		"This server's clock is wrong (clock 400 days fast), so certificates and licences fail. Start its time service (systemctl enable --now chronyd, then chronyc makestep), and probe again.",
	],
	[
		slowClock,
		'clock fail clock.off this-host',
		"This server's clock is wrong (clock 400 days slow), so certificates and licences fail. Start its time service (systemctl enable --now chronyd, then chronyc makestep), and probe again.",
	],
	[
		fastClockWithoutTime,
		'clock fail clock.off this-host',
		"This server's clock is wrong (clock 400 days fast), so certificates and licences fail. Start its time service (systemctl enable --now chronyd, then chronyc makestep), and probe again.",
	],
];
