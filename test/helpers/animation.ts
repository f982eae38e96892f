/** One picture of an animation, and how long it stands, in seconds. */
export type Frame = {readonly picture: string; readonly seconds: number};

/**
 * Pictures of one size as one SVG that shows them in turn, without a script. Whoever
 * prefers less motion sees the one that says the most.
 * @param still its number, from 0
 */
export function animationOf(frames: readonly Frame[], still: number): string {
	const total = frames.reduce((sum, {seconds}) => sum + seconds, 0);
	const [opening = ''] = /^<svg [^>]*>/.exec(frames[0]?.picture ?? '') ?? [];
	let begun = 0;
	const rules = frames.map(({seconds}, index) => {
		const from = begun;
		begun += seconds;
		return ruleFor(index, percent(from, total), percent(begun, total));
	});
	return [
		opening,
		'<style>',
		`.frame{visibility:hidden;animation:${total.toFixed(2)}s steps(1,end) infinite}`,
		...rules,
		`@media (prefers-reduced-motion:reduce){.frame{animation:none!important}.frame${still}{visibility:visible}}`,
		'</style>',
		...frames.map(({picture}, index) => {
			const drawn = picture.replace(/^<svg [^>]*>/, '').replace(/<\/svg>\s*$/, '');
			return `<g class="frame frame${index}">${drawn}</g>`;
		}),
		'</svg>',
		'',
	].join('\n');
}

function ruleFor(index: number, from: string, to: string): string {
	const hidden = from === '0' ? '' : '0%{visibility:hidden}';
	const end = to === '100' ? '' : `${to}%{visibility:hidden}`;
	return [
		`.frame${index}{animation-name:show${index}}`,
		`@keyframes show${index}{${hidden}${from}%{visibility:visible}${end}}`,
	].join('');
}

function percent(seconds: number, total: number): string {
	return String(Number(((seconds / total) * 100).toFixed(3)));
}
