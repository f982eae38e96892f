import '../helpers/in-colour.js';
import process from 'node:process';
import {render} from 'ink';
import {unicodeMarks} from '../../source/reports/marks.js';
import {openTerminal} from '../../source/wizard/terminal/open-terminal.js';
import {Frame} from '../../source/wizard/widgets/frame.js';
import {LookContext} from '../../source/wizard/widgets/look.js';
import {Working} from '../../source/wizard/widgets/working.js';

// A screen on which nothing moves but the busy indicator, drawn on this terminal by the
// wizard's own writer, or by Ink's as it is shipped, or as it is when it sends changed lines.

const {columns, rows} = process.stdout;
const screen = (
	<LookContext value={{marks: unicodeMarks, columns, rows}}>
		<Frame title="Applying" status="nothing applied" hints={[['Ctrl-C', 'leave']]}>
			<Working doing="Working out the rules" />
		</Frame>
	</LookContext>
);

const [writer] = process.argv.slice(2);
if (writer === 'own') {
	const {stdout} = openTerminal(process.stdout, true);
	render(screen, {stdout, debug: true, interactive: true});
} else {
	render(screen, {interactive: true, incrementalRendering: writer === 'changed-lines'});
}
