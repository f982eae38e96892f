import {join} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {Failure, messageOf} from '../../failure.js';
import type {RunCommand} from '../../host/command.js';
import type {Policy} from '../../policy/policy.js';
import type {Layer} from '../layer.js';
import type {Change} from '../plan.js';
import {checkConfiguration} from './configuration-check.js';
import {askState, isFirewalldUp, readBackend} from './find-firewalld.js';
import {frontChanges, isFilling} from './front-changes.js';
import {frontFiles} from './front-files.js';
import {
	type FrontFolder,
	isSameFolder,
	readFront,
	refuseForeignFiles,
	writeFront,
} from './front-folder.js';
import {type FrontSnapshot, formatSnapshot, parseSnapshot} from './front-snapshot.js';
import {putBackTables, readTables} from './kernel.js';
import {isSameFront, readKernelFront} from './kernel-front.js';
import {openingsFor, zone} from './opening.js';

/**
 * firewalld, where it runs, as a front: one zone of ours, which becomes the default one,
 * lets in what the policy permits. What it says of itself is never believed: only what
 * the kernel holds counts.
 *
 * @param folder where firewalld keeps what the administrator configures
 * @param isUp whether its daemon runs
 */
export function firewalldLayer(
	run: RunCommand,
	folder: string,
	isUp: () => Promise<boolean> = isFirewalldUp,
): Layer {
	const readKernel = async () => readKernelFront(await readTables(run));

	const changesFor = async (policy: Policy) => {
		const changes = frontChanges(openingsFor(policy), await readKernel());
		const isAsWritten = async () =>
			isSameFolder(await readFront(folder), frontFor(policy));
		return changes.length > 0 || (await isAsWritten()) ? changes : [filesChange];
	};

	return {
		name: 'firewalld',
		artefactsOf: policy =>
			Object.entries(frontFiles(policy)).map(([path, content]) => ({
				path: join(folder, path),
				content,
			})),
		changesFor,
		async check(policy) {
			await refuseIptables(folder);
			await refuseForeignFiles(folder, frontFiles(policy));
			await checkConfiguration(run, folder, frontFor(policy));
		},
		async snapshot() {
			const {listing} = await readTables(run);
			return formatSnapshot({...(await readFront(folder)), listing});
		},
		async load(policy) {
			if ((await changesFor(policy)).length > 0) {
				await writeFront(folder, frontFor(policy));
				await reload(run, 20_000);
			}
		},
		async verify(policy) {
			const wanted = openingsFor(policy);
			// Its program takes longer to start than the kernel to answer.
			const state = askState(run);
			// Since 2.4 a reload is over before all sets are filled.
			const front = await readUntil(readKernel, now => !isFilling(wanted, now), 10_000);
			refuseDifferences(frontChanges(wanted, front));
			refuseUnlessRunning(await state);
			return wanted.reduce((sum, {sources}) => sum + (sources?.cidrs.length ?? 0), 0);
		},
		async restore(text) {
			const snapshot = parseSnapshot(text);
			if (!(await isUp())) {
				await restoreForNextStart(run, folder, snapshot);
				return;
			}

			try {
				await restoreByFirewalld(run, folder, snapshot);
			} catch (error) {
				await restoreByNft(run, snapshot, error);
			}
		},
	};
}

const filesChange: Change = {
	action: 'change',
	rule: 'firewalld',
	text: 'firewalld: its files differ from what is in effect and are written anew',
};

function frontFor(policy: Policy): FrontFolder {
	return {files: frontFiles(policy), defaultZone: zone};
}

async function reload(run: RunCommand, timeout: number): Promise<void> {
	try {
		await run('firewall-cmd', ['--reload'], {timeout});
	} catch (cause) {
		throw new Failure(
			'firewall.failed',
			`firewalld could not load its rules: ${messageOf(cause)}`,
			{cause},
		);
	}
}

/** Stopped, or not started yet: it reads its files when it is, and until then has no say. */
async function restoreForNextStart(
	run: RunCommand,
	folder: string,
	snapshot: FrontSnapshot,
): Promise<void> {
	await writeFront(folder, snapshot);
	const {listing, isDropping} = await readTables(run);
	// Killed, it leaves its rules in the kernel.
	if (listing !== undefined || isDropping) {
		await putBackTables(run, snapshot.listing);
	}
}

/** In less than 25 seconds: firewalld may have hung at any point. */
async function restoreByFirewalld(
	run: RunCommand,
	folder: string,
	snapshot: FrontSnapshot,
): Promise<void> {
	const before = readKernelFront({listing: snapshot.listing, isDropping: false});
	const readKernel = async () => readKernelFront(await readTables(run));
	await writeFront(folder, snapshot);
	const state = await askState(run);
	if (state === 'hung') {
		throw new Failure('firewall.failed', 'firewalld does not run, or does not answer.');
	}

	if (state === 'failed' || !isSameFront(await readKernel(), before)) {
		await reload(run, 15_000);
	}

	const after = await readUntil(readKernel, now => isSameFront(now, before), 4000);
	if (!isSameFront(after, before)) {
		throw new Failure(
			'firewall.failed',
			'firewalld has read its old files again, but its rules are not what they were.',
		);
	}
}

/** @throws Failure `firewall.failed` always: firewalld itself has not been put back */
async function restoreByNft(
	run: RunCommand,
	{listing}: FrontSnapshot,
	cause: unknown,
): Promise<never> {
	const outcome = await putBackTables(run, listing).then(
		() => 'Its old rules were put back into the kernel without it.',
		(error: unknown) =>
			`Without it they could not be put back either: ${messageOf(error)}`,
	);
	throw new Failure('firewall.failed', `${messageOf(cause)} ${outcome}`, {
		remedies: ['Restart it ("systemctl restart firewalld"), and see why it failed.'],
		cause,
	});
}

/** Reads again and again until what is read will do, or the time (ms) is over. */
async function readUntil<Value>(
	read: () => Promise<Value>,
	isEnough: (value: Value) => boolean,
	limit: number,
): Promise<Value> {
	const end = performance.now() + limit;
	let value = await read();
	while (!isEnough(value) && performance.now() < end) {
		await delay(100);
		value = await read();
	}

	return value;
}

function refuseDifferences(changes: readonly Change[]): void {
	const [first] = changes;
	if (first !== undefined) {
		const more = changes.length > 1 ? ` (and ${changes.length - 1} more)` : '';
		throw new Failure(
			'firewall.failed',
			`What firewalld put into the kernel is not what was asked. Still to ${first.action}: ${first.text}${more}.`,
		);
	}
}

function refuseUnlessRunning(state: Awaited<ReturnType<typeof askState>>): void {
	if (state !== 'running') {
		throw new Failure(
			'firewall.failed',
			state === 'failed'
				? 'firewalld runs, but could not load its rules.'
				: 'firewalld does not run, or does not answer.',
		);
	}
}

async function refuseIptables(folder: string): Promise<void> {
	if ((await readBackend(folder)) === 'iptables') {
		throw new Failure(
			'firewall.refused',
			'firewalld works with iptables here, where its rules cannot be compared with the policy.',
			{
				remedies: [
					`Write FirewallBackend=nftables in "${join(folder, 'firewalld.conf')}", restart firewalld, and apply again.`,
				],
			},
		);
	}
}
