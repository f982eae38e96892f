import {setTimeout as delay} from 'node:timers/promises';
import type {Campus} from '../campus/campus.js';
import type {Host} from '../campus/host.js';
import {hostPlans} from '../campus/hosts.js';

const [address] = hostPlans.appliance.addresses;

/** The ports on which something listens on the appliance: mocks of what it will have. */
const ports = [22, 9999, 19_999] as const;

/** Milliseconds for which somebody stays, and stays away. */
const stay = 8000;
const pause = 4000;

/** Opens the appliance's ports, and lets its people come and go, and a stranger try. */
export async function startCallers({hosts}: Campus): Promise<void> {
	const {appliance, viewer, appsanywhere, support, stranger} = hosts;
	await Promise.all(ports.map(port => appliance.listen({protocol: 'tcp', port})));
	void comeAndGo(viewer, 9999);
	void comeAndGo(appsanywhere, 19_999);
	void comeAndGo(support, 22);
	void tryAgain(stranger, 9999);
}

async function comeAndGo(host: Host, port: number): Promise<never> {
	for (;;) {
		await delay(pause);
		const connection = await host.connect({address, port}).catch(() => undefined);
		await delay(stay);
		await connection?.close();
	}
}

async function tryAgain(host: Host, port: number): Promise<never> {
	for (;;) {
		await delay(pause + stay);
		await host.dial({protocol: 'tcp', address, port});
	}
}
