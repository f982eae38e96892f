import process from 'node:process';

// Loaded before a program: at its end it says the most memory that it had, in kilobytes.
process.on('exit', () => process.stderr.write(`${process.resourceUsage().maxRSS}\n`));
