import type {ProbeRun} from '../../source/probes/probe-result.js';

/** What is another one in every run, by the key under which it stands, and what it is instead. */
const settled: Readonly<Record<string, unknown>> = {
	startedAt: '2026-11-25T14:02:11.000Z',
	finishedAt: '2026-11-25T14:02:15.000Z',
	milliseconds: 11,
	bannerAfter: 11,
	validFrom: '2026-11-25T00:00:00.000Z',
	validTo: '2026-12-25T00:00:00.000Z',
	fingerprint: '00:11:22:33',
};

/** A run as it would be if every clock and every network always took the same time. */
export function settledRun(run: ProbeRun): ProbeRun {
	return JSON.parse(
		JSON.stringify(run, (key, value: unknown) => {
			if (key in settled && value !== null) {
				return settled[key];
			}

			return key === 'detail'
				? String(value).replace(/clock \d+ ms (?:fast|slow)/, 'clock 20 ms fast')
				: value;
		}),
	);
}

/**
 * A report without what no run decides: when it was written, by which version, and how a
 * page looks, which is tested where that is made.
 */
export function settledText(text: string): string {
	return text
		.replaceAll(/(?!2026-11-25)\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, '2026-11-25 15:10 UTC')
		.replaceAll(/("moment": ")[^"]+/g, '$12026-11-25T15:10:00.000Z')
		.replaceAll(/(analytics-setup |"version": ")\d+\.\d+\.\d+/g, '$10.0.0')
		.replace(/<style>.*<\/style>/s, '<style></style>')
		.replace(/'sha256-[^']+'/, "'sha256-'");
}

/** A report as JSON without the run and its evidence, which are tested where they are made. */
export function settledJson(text: string): string {
	const report: unknown = JSON.parse(text, (key, value: unknown) =>
		key === 'evidence' || key === 'run' ? null : value,
	);
	return settledText(`${JSON.stringify(report, undefined, '\t')}\n`);
}
