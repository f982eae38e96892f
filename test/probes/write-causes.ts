import {writeFile} from 'node:fs/promises';
import {causesDocument} from './causes-document.js';

// Writes docs/probe-causes.md anew.

await writeFile('docs/probe-causes.md', causesDocument());
