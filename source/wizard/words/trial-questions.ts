/** What is asked and explained in the middle of a trial. */
export const trialQuestions = {
	unproven: {
		question: 'Keep the new rules without proof?',
		atConsole: [
			'You sit at a console, which works whatever the rules are. Nothing has shown yet that the new rules let anybody in over SSH.',
			'That SSH is unproven will be written down.',
		],
		remote: [
			'Nothing has shown yet that the new rules let you in. If they do not, this server can only be mended at its console.',
			'That nobody has proven it will be written down.',
		],
		options: [
			{label: 'Not yet: back to the trial', value: 'back'},
			{label: 'Keep without proof', value: 'keep'},
		],
	},
	leave: {
		question: 'Leave while the new rules are on trial?',
		paragraphs: [
			'When you leave, the guard goes on: the old rules return by themselves, unless somebody logs in again before and types "analytics-setup confirm".',
		],
		options: [
			{label: 'Stay', value: 'back'},
			{label: 'Put the old rules back now', value: 'undo'},
			{label: 'Leave; the trial goes on', value: 'leave'},
		],
	},
	help: {
		question: 'What is a trial?',
		story:
			'The new rules are in effect, and a guard stands by with the old ones. Unless somebody keeps the new rules in time, it puts the old ones back, whatever becomes of this window.',
	},
} as const;
