/**
 * What the aligner pays, in tenths of a character that was left out. Opening a gap is dear and lengthening it is
 * cheap, so that one removed sentence beats a hundred letters lost one by one; at the two ends of the text a
 * gap lengthens almost for nothing, because texts are cut and tagged there.
 */
export const COSTS = {
  gapOpen: 30,
  gapLengthen: 6,
  gapLengthenAtEdge: 3,
  /** A run of digits for another one. */
  number: 22,
  /** The same digits in other groups. */
  grouped: 8,
  masked: 15,
  digitScript: 2,
  /** A link for another link. */
  link: 20,
  defanged: 6,
  blanksNormalized: 1,
  blanksFolded: 3,
  blanksLost: 7,
  invisibleAdded: 1,
  /** The first letters of a reading, at the end of the text. */
  beginningOfReading: 4,
  /** A vowel, an apostrophe or a blank that a romanisation puts in. */
  romanisationFiller: 3,
  /** A kanji for any few letters. */
  unknownReading: 5,
  /** Digits kept although more digits touch them in the delivered text. */
  digitsTouched: 12,
  /** A number or a link that the end of the delivered text cuts in two. */
  cutInside: 5,
} as const;
