/** A millimetre in points of 1/72 inch, in which all sheets are measured. */
export const mm = 72 / 25.4;

/** Sheets by name (ISO 216), in millimetres. */
const papers = {
  a4: { wide: 210, high: 297 },
  'a4-landscape': { wide: 297, high: 210 },
  a5: { wide: 148, high: 210 },
  /** No paper: a picture of 4 by 5, as channels show it upright. */
  story: { wide: 270, high: 337.5 },
} as const;

export type Paper = keyof typeof papers;

/** Width and height of a sheet, in millimetres and in points. */
export const sizeOf = (paper: Paper) => {
  const { wide, high } = papers[paper];
  return { mm: { wide, high }, width: wide * mm, height: high * mm };
};
