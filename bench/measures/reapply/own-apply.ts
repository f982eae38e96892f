import process from 'node:process';
import {stringify} from 'yaml';
import {furnishAppliance} from '../../../test/campus/appliance.js';
import {sampleInput} from '../../../test/helpers/sample.js';
import {mustRun, type Way} from './way.js';

/** The whole command as it is given out, with one source more and one less in turn. */
export const ownApply: Way = {
	name: 'analytics-setup apply',
	async prepare(campus, sources) {
		const {appliance} = campus.hosts;
		await furnishAppliance(campus);
		const paths = ['/etc/all.yaml', '/etc/one-less.yaml'] as const;
		for (const [index, path] of paths.entries()) {
			const subnets = sources.slice(0, sources.length - index);
			await appliance.write(path, stringify({...sampleInput(), viewers: {subnets}}));
		}

		const again = (round: number) =>
			mustRun(appliance, [
				process.execPath,
				...['dist/cli.js', 'apply', '--no-confirm'],
				...['--answers', paths[round % 2 === 0 ? 0 : 1]],
			]);
		await again(0);
		return again;
	},
};
