import assert from 'node:assert/strict';
import {test} from 'node:test';
import {animationOf} from './animation.js';

const picture = (words: string) =>
	`<svg xmlns="http://www.w3.org/2000/svg" width="1"><text>${words}</text></svg>\n`;

test('pictures follow each other for their times, and one stands still', () => {
	const svg = animationOf(
		[
			{picture: picture('one'), seconds: 1},
			{picture: picture('two'), seconds: 3},
		],
		1,
	);
	assert.equal(svg.match(/<svg /g)?.length, 1);
	assert.match(svg, /animation:4\.00s/);
	assert.match(
		svg,
		/@keyframes show0\{0%\{visibility:visible\}25%\{visibility:hidden\}\}/,
	);
	assert.match(
		svg,
		/@keyframes show1\{0%\{visibility:hidden\}25%\{visibility:visible\}\}/,
	);
	assert.match(svg, /prefers-reduced-motion:reduce.*\.frame1\{visibility:visible\}/);
	assert.match(svg, /<g class="frame frame1"><text>two<\/text><\/g>/);
});
