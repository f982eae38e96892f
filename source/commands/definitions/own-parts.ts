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

	addPart('follow-names')
		.option('--keep-alive')
		.option('--until-ready')
		.action(async flags => {
			const {followNames} = await import('../follow-names.js');
			await followNames(flags);
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

	addPart('forward-names').action(async () => {
		const {forwardNames} = await import('../forward-names.js');
		forwardNames();
	});

	addPart('rehearse').action(async () => {
		const {rehearse} = await import('../rehearse.js');
		rehearse();
	});
}
