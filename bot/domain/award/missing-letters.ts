/** How many characters a text lacks of the least; blanks in a row count as one, a letter with its accent as one. */
export const missingLetters = (text: string, least: number): number => {
  const plain = text.trim().replace(/\s+/gu, ' ').normalize('NFC');
  return Math.max(0, least - [...plain].length);
};
