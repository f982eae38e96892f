/** How many columns a pointer takes, on the left of every line. */
export const pointerColumns = 2;
