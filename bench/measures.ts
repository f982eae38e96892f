import type {Measure} from './measure.js';
import {start} from './measures/start.js';

/** In the order of the document. */
export const measures: readonly Measure[] = [start];
