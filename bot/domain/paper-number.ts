const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 6;

/** Numbers of whatever is no report, as `B-7K4PQ2`: one letter before the dash, too short to be taken for a ticket's prefix. */
export const paperNumbers = (letter: string) => {
  const shape = new RegExp(`^${letter}-[0-9A-HJKMNP-TV-Z]{${codeLength}}$`);
  return {
    fresh: (random: (bytes: number) => Uint8Array): string =>
      `${letter}-${Array.from(random(codeLength), (byte) => alphabet.charAt(byte % alphabet.length)).join('')}`,
    is: (text: string): boolean => shape.test(text),
  };
};
