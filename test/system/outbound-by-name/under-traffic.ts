import {
	type Client,
	connectByName,
	failuresAmong,
} from '../../campus/clients/connect-by-name.js';
import {name, type Site, spare} from './site.js';

/**
 * While the work is done, a program connects by name every 50 ms, and the name changes its
 * addresses each time that they are reached; what went wrong for that program.
 */
export async function underTraffic(
	site: Site,
	work: (client: Client) => Promise<void>,
): Promise<Readonly<Record<string, number>>> {
	const client = await connectByName(site.campus.hosts.appliance, {name});
	let isDone = false;
	const moving = async () => {
		for (let step = 0; !isDone; step += 1) {
			const addresses = spare(100 + (step % 100));
			const reached = client.reaches(addresses);
			await site.move(addresses);
			await reached;
		}
	};
	await Promise.all([
		moving(),
		work(client).finally(() => {
			isDone = true;
		}),
	]);
	return failuresAmong(await client.stop());
}
