import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {jsonReport} from '../../../source/reports/json-report.js';
import {runOf} from '../../../test/reports/sample-faults.js';

type Report = ReturnType<typeof jsonReport>;

/** Of so many servers one cannot reach its database. */
const oddOneOf = 100;

/**
 * The reports of a fleet, each as a real appliance has written it, under another name.
 * @returns their files
 */
export async function writeReports(
	folder: string,
	count: number,
): Promise<readonly string[]> {
	const golden = await readFile('test/reports/golden/campus/whole.json', 'utf8');
	const usual = asWritten(JSON.parse(golden));
	const odd = withoutDatabase(usual);
	const paths: string[] = [];
	for (let index = 0; index < count; index += 1) {
		const report = index % oddOneOf === 7 ? odd : usual;
		const hostname = `analytics-${index}.uni.edu`;
		const answers = {...report.answers, server: {hostname}};
		const path = join(folder, `${index}.json`);
		await writeFile(path, JSON.stringify({...report, answers}, undefined, 2));
		paths.push(path);
	}

	return paths;
}

/** The run is not kept in golden files, as it would stand there twice. */
function asWritten(report: Report): Report {
	const tries = report.trace.flatMap(row => row.tries);
	return {...report, run: runOf(tries.flatMap(({result}) => result ?? []))};
}

function withoutDatabase(report: Report): Report {
	const trace = report.trace.map(row =>
		row.id === 'sql-tcp'
			? {
					...row,
					tries: row.tries.map(({result}) => ({
						state: 'fails' as const,
						result: result && {
							...result,
							...({verdict: 'fail', cause: 'tcp.timeout', owner: 'network'} as const),
						},
					})),
				}
			: row,
	);
	return {...report, trace};
}
