import type {Host} from './host.js';

/** Gives a host a folder of its own, with what is in that of the machine. */
export async function addLayer(host: Host, folder: string): Promise<void> {
	const layer = `/run/campus/layers${folder}`;
	const script = `mkdir -p ${layer}/upper ${layer}/work
		mount -t overlay -o lowerdir=${folder},upperdir=${layer}/upper,workdir=${layer}/work campus ${folder}`;
	const {exitCode, stderr} = await host.run('sh', ['-ec', script]);
	if (exitCode !== 0) {
		throw new Error(`"${host.name}" could not be given its own ${folder}: ${stderr}`);
	}
}
