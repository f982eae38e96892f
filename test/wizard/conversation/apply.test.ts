import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {Failure} from '../../../source/failure.js';
import {exampleAnswers, recordedGeneration} from '../../helpers/recorded-machine.js';
import {probeContext} from '../../probes/probe-context.js';
import {
	answered,
	configured,
	type Held,
	holdConversation,
	pick,
} from './hold-conversation.js';

let held: Held;
afterEach(() => held.end());

const review = async (
	...[record, start = answered]: Parameters<typeof holdConversation>
) => {
	held = holdConversation(record, start);
	await held.answer(/Press Enter to go on/, '');
	await held.says(/You can type apply/);
};
const changes = (asked: readonly string[]) =>
	asked.filter(line => /^(?:begin|load|keep|undo|save|discard)/.test(line));

test('the review tells what to know first, the answers page by page, and each change', async () => {
	await review();
	const text = held.text();
	assert.match(text, /Page 9 of 9: Review\.\nWorking out the rules\./);
	assert.match(
		text,
		/Note: You are at a console: nothing here shows whether SSH lets anybody in\./,
	);
	assert.match(text, /Page 2, Viewers: 10\.20\.0\.0\/16, 2001:db8:20::\/48\./);
	assert.match(text, /New: 10\.20\.0\.0\/16, 2001:db8:20::\/48 may reach 9999\/tcp/);
	assert.match(
		text,
		/Nothing has been changed yet\. When you apply, you have 120 seconds/,
	);
	assert.deepEqual(changes(held.machine.asked), []);
});

test('no sentence of the review has a mark, a column or a glyph', async () => {
	await review({sshClient: '10.40.0.7'});
	assert.match(held.text(), /Good: You \(10\.40\.0\.7\) can still log in after this\./);
	assert.match(held.text(), /^[\n -~]*$/);
	assert.doesNotMatch(held.text(), / {2}|^[+~!x] /m);
});

test('"page 2" changes a page, and leads back to the review', async () => {
	await review();
	await held.answer(/What next/, 'page 2');
	await held.says(/Page 2 of 9: Viewers/);
	await held.answer(/^Networks/, '10.99.0.0/16', '');
	await held.says(/Page 9 of 9: Review\.[\s\S]*New: 10\.20\.0\.0\/16, 10\.99\.0\.0\/16/);
	await held.answer(/What next/, 'page 99');
	await held.says(/There are pages 1 to 8/);
});

test('"save" keeps the answers and applies nothing', async () => {
	await review();
	await held.answer(/What next/, 'save');
	await held.says(/Saved, and nothing applied: \/etc\/analytics-setup\/config\.json\./);
	assert.deepEqual(changes(held.machine.asked), ['save answers']);
});

test('"raw" reads out the files, and "?" what each word does', async () => {
	await review();
	await held.answer(/What next/, 'raw');
	await held.says(/\/etc\/analytics-setup\/ruleset\.nft\n# \d+ rules/);
	await held.answer(/What next/, '?');
	await held.says(/apply, or a: puts the rules into effect, on trial\./);
	await held.answer(/What next/, 'fly');
	await held.says(
		/"fly" was not understood\. You can type apply, raw, save, or page and its number\./,
	);
});

test('every stage is told, and the rules are on trial until they are kept without proof', async () => {
	await review();
	await held.answer(/What next/, 'A');
	await held.says(/Putting the rules into effect\.\nThe kernel checks the new rules\./);
	await held.says(/The new rules are in effect, on trial\./);
	await held.says(
		/A console proves nothing about SSH.*\n.*type: analytics-setup confirm/,
	);
	await held.answer(/What next/, 'keep');
	await held.says(/Keep the new rules without proof\?\nYou sit at a console/);
	await held.answer(/^Number/, '2');
	await held.says(/Generation 1 is in effect, kept at a console; SSH is unproven\./);
	assert.deepEqual(changes(held.machine.asked).slice(0, 4), [
		'begin',
		'load',
		'keep, console',
		'save answers',
	]);
});

test('an apply that fails says why, and leads back to the review', async () => {
	const failure = new Failure('firewall.refused', 'The kernel refuses the rules.', {
		remedies: ['Update nftables.'],
	});
	await review({applying: () => Promise.reject(failure)});
	await held.answer(/What next/, 'apply');
	await held.says(
		/This did not work\. The kernel refuses the rules\.\nUpdate nftables\./,
	);
	await held.says(/Page 9 of 9: Review\./);
});

test('an apply cannot be stopped halfway, and says so', async t => {
	const loaded = Promise.withResolvers<void>();
	t.after(() => loaded.resolve());
	await review({applying: () => loaded.promise});
	await held.answer(/What next/, 'apply');
	await held.says(/The connections that work now are noted/);
	await held.interrupt();
	await held.says(/This cannot be stopped halfway/);
	loaded.resolve();
	await held.says(/The new rules are in effect, on trial/);
});

test('whoever would be shut out is named, and can be let in', async () => {
	await review({sshClient: '10.99.0.9'});
	await held.answer(/What next/, 'apply');
	await held.says(
		/Not applied yet\. You would be shut out\.\nYou are connected from 10\.99\.0\.9/,
	);
	await held.answer(/^Number/, '1');
	await held.says(/Page 4, Support: SSH open to 10\.40\.0\.0\/24, 10\.99\.0\.9\/32/);
});

test('insisting on shutting oneself out takes the very words', async () => {
	await review({sshClient: '10.99.0.9'});
	await held.answer(/What next/, 'apply');
	await held.answer(/^Number/, '2');
	await held.says(/As soon as the new rules are loaded, this session stops answering/);
	await held.answer(/These words/, 'yes');
	await held.says(/That was not "shut me out": nothing was applied\./);
	await held.answer(/These words/, '<');
	await held.answer(/^Number/, '2');
	await held.answer(/These words/, 'Shut me out');
	await held.says(/As you insisted, this session stops answering/);
	await held.says(/The new rules shut 10\.99\.0\.9 out, as you insisted\./);
});

test('an earlier configuration is chosen by its number, and looked at as it is', async () => {
	const {policy} = probeContext();
	held = holdConversation(
		{
			saved: exampleAnswers,
			generations: [recordedGeneration(4, await policy)],
		},
		configured,
	);
	await pick(held, 'Go back');
	await held.says(
		/1: generation 4, kept by jsmith from 10\.40\.0\.7 on 2026-11-20 at 14:02 UTC, with 1 change\./,
	);
	await held.answer(/^Number/, '1');
	await held.says(/Go back to generation 4, kept by jsmith/);
	await held.says(/You can type apply, or raw\./);
	await held.answer(/What next/, '<');
	await held.says(/Go back to an earlier configuration/);
});
