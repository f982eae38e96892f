import {afterEach, test} from 'node:test';
import {asciiMarks, unicodeMarks} from '../../../source/reports/marks.js';
import {LookContext} from '../../../source/wizard/widgets/look.js';
import {Working} from '../../../source/wizard/widgets/working.js';
import {mount} from '../../helpers/screen.js';

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

for (const [name, marks, mark] of [
	['glyphs', unicodeMarks, '·'],
	['ASCII', asciiMarks, '\\|'],
] as const) {
	test(`with ${name} it says what is being done, and that it goes on`, async () => {
		screen = mount(
			<LookContext value={{marks, columns: 80, rows: 24}}>
				<Working doing="Working out the rules" />
			</LookContext>,
		);
		for (const count of [1, 2, 3, 1]) {
			await screen.shows(new RegExp(`^Working out the rules ${mark}{${count}}$`));
		}
	});
}
