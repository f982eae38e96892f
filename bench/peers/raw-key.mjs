import process from 'node:process';

// The least that Node can do: it reads a key, and ends.
process.stdin.setRawMode(true);
process.stdin.once('data', () => process.stdin.pause());
process.stdout.write('Press a key');
