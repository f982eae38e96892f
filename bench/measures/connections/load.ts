import type {Campus} from '../../../test/campus/campus.js';
import {hostPlans} from '../../../test/campus/hosts.js';
import {startService} from '../../../test/campus/services/service.js';
import {nginx} from '../../../test/campus/services/web.js';

const port = 9999;
const [address] = hostPlans.appliance.addresses;

const oneAnswer = `
	server {
		listen ${address}:${port};
		keepalive_timeout 0;
		return 200;
	}
`;

/** Lets the appliance answer on the viewers' port: once, and then it closes. */
export async function startAnswering({hosts: {appliance}}: Campus): Promise<void> {
	const question = {protocol: 'tcp', port, address} as const;
	await startService(nginx('/run/campus', oneAnswer, {}, question), appliance);
}

/** How many new connections a second the viewer gets answered, as many as go. */
export async function connectionsPerSecond({hosts: {viewer}}: Campus): Promise<number> {
	const {exitCode, stdout, stderr} = await viewer.run('wrk', [
		...['--threads', '1', '--connections', '32', '--duration', '1s'],
		...['--header', 'Connection: close', `http://${address}:${port}/`],
	]);
	const found = /^Requests\/sec: +([\d.]+)$/m.exec(stdout)?.[1];
	if (exitCode !== 0 || found === undefined || stdout.includes('Socket errors')) {
		throw new Error(`"wrk" failed: ${stdout}${stderr}`);
	}

	return Number(found);
}
