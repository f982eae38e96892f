import process from 'node:process';
import {firewalldLayer} from '../../../source/firewall/firewalld/firewalld-layer.js';
import {runCommand} from '../../../source/host/command.js';
import {manyPolicy} from '../../many-networks/many-policy.js';

// Runs inside a host with firewalld: given how many networks of viewers it is to let in.
// Tells `FrontTimes` as JSON.

/** In milliseconds. */
export type FrontTimes = {readonly load: number; readonly readBack: number};

const policy = manyPolicy(Number(process.argv[2]));
const layer = firewalldLayer(runCommand, '/etc/firewalld');
const start = performance.now();
await layer.load(policy);
const loaded = performance.now();
await layer.verify(policy);
const times: FrontTimes = {load: loaded - start, readBack: performance.now() - loaded};
process.stdout.write(JSON.stringify(times));
