import type {Marks} from '../../../reports/marks.js';
import {labelled, plainLines} from '../../widgets/lines.js';
import type {Line} from '../../widgets/scroll.js';
import {verdictColours} from './result-lines.js';

const verdicts = [
	['pass', 'proven: the connection was made, with the protocol that it is for'],
	['warn', 'it works, or need not, but somebody should look at it'],
	['fail', 'it does not work; the sentence below says why, and who must act'],
	['skipped', 'not tried: it waits for something else, or your site does not use it'],
	['unprovable', 'cannot be proven from here: others must try, or nothing ever answers'],
] as const;

const parties = [
	['you', 'this server itself: its services, rules, clock and answers'],
	['network team', 'firewalls, filters and routes on the way'],
	['DNS team', 'names and their addresses'],
	['proxy team', 'the web proxy'],
	['other end', 'whoever runs the server that is reached: SQL Server, mail, time'],
	['vendor', 'the list itself: what no longer exists, or was never needed'],
] as const;

const keys = [
	['Enter', 'all that is known of the row: every way, how long it took, what to say'],
	['M', 'the text for whoever must act on the row, with all that is theirs'],
	['T', 'tries the row again, alone, and says what came of it'],
	['L', 'logs in to the SQL Server or the mail relay, on their rows'],
	['P', 'probes all again'],
	['W', 'waits for viewers and servers to connect'],
	['D', 'opens the documents for the other teams, and the answers file'],
	['/', 'searches in the rows: Enter goes on to the next one'],
	['C', 'shows what fails as a QR code, for a phone'],
	['S', 'saves all the results to a file'],
	['V', 'shows all the results as plain text, to be selected or photographed'],
	['Esc', 'goes back; what was found stays'],
	['Q', 'leaves; the summary stays on the terminal'],
] as const;

/** What the verdicts and the parties mean, and what each key does. */
export function resultHelp(marks: Marks, width: number): readonly Line[] {
	return [
		...plainLines(
			"Each row of the vendor's list is tried from this server. What does not work stands first, under the name of whoever must act.",
			width,
		),
		heading('Verdicts'),
		...verdicts.flatMap(([verdict, text]) =>
			entry(verdict, text, width - 2).map((line, index) => ({
				...line,
				mark: {
					text: index === 0 ? marks.verdict[verdict] : ' ',
					colour: verdictColours[verdict],
				},
			})),
		),
		heading('Who must act'),
		...parties.flatMap(([name, text]) => entry(name, text, width)),
		heading('Keys'),
		...keys.flatMap(([name, text]) => entry(name, text, width)),
	];
}

const nameColumns = 14;

function entry(name: string, text: string, width: number): readonly Line[] {
	return labelled(name, text, {nameColumns, width});
}

function heading(text: string): Line {
	return {text, isBold: true};
}
