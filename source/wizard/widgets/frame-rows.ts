/** How many rows of a frame are not for its content. */
export const frameRows = 6;

/** The smallest window that every screen fits. */
export const smallest = {columns: 60, rows: 20} as const;
