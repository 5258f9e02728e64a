/** The longest line, CSV row or JSON element that is kept in memory, in UTF-16 code units: 4 Mi. */
export const RECORD_LIMIT: number = 4 * 1024 * 1024;

/** How much of a record above the limit its error record shows, in UTF-16 code units. */
export const EXCERPT_LENGTH = 1000;

/** How deep objects and arrays of a record may be nested. */
export const DEPTH_LIMIT = 256;
