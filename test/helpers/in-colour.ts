import process from 'node:process';

// Ink's colours are decided when it is loaded: this comes before it, by itself.
process.env.FORCE_COLOR = '1';
