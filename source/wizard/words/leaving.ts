/** What is asked of whoever wants to leave the wizard. */
export const leaving = {
	question: 'Leave the setup?',
	consequence: 'What you answered is kept. Run analytics-setup again to go on from here.',
} as const;
