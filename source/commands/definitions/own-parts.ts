import type {Command} from 'commander';
import {addPlainFlag, addTrialTime, withCommonFlags} from '../flags.js';

/** What only the program itself starts. */
export function addOwnParts(program: Command): void {
	const addPart = (name: string) =>
		program.command(name, {hidden: true}).option('--root <folder>');

	addPart('guard')
		.option('--keep-alive')
		.action(async flags => {
			const {guard} = await import('../guard.js');
			await guard(flags);
		});

	addPart('recover').action(async flags => {
		const {recover} = await import('../recover.js');
		await recover(flags);
	});

	addPlainFlag(
		addTrialTime(withCommonFlags(program.command('first-boot', {hidden: true}))),
	)
		.option('--restore-console')
		.action(async flags => {
			const {firstBoot} = await import('../first-boot.js');
			await firstBoot(flags);
		});

	addPart('rehearse').action(async () => {
		const {rehearse} = await import('../rehearse.js');
		rehearse();
	});
}
