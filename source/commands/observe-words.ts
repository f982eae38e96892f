/** What `observe` can be told to do. */
export const observeWords = ['start', 'stop'] as const;
export type ObserveWord = (typeof observeWords)[number];
