/** Pixels: what a drawer of usual width gives a field, also in one that is wider for a mapping. */
export const fieldWidth = 928;
