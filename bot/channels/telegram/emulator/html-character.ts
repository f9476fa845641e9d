const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const form = /&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));?/y;

/**
 * The character written as `&…` at `at`, and where the text goes on; nothing when it is not one of the four
 * names or a number that Telegram reads, in which case the ampersand stands for itself.
 */
export function htmlCharacter(source: string, at: number): { character: string; next: number } | undefined {
  form.lastIndex = at;
  const match = form.exec(source);
  if (!match) return undefined;
  const [whole, hexadecimal, decimal, name] = match;
  if (name !== undefined) {
    const character = named[name];
    return character === undefined ? undefined : { character, next: at + whole.length };
  }
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  if (code === 0 || code >= 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return { character: String.fromCodePoint(code), next: at + whole.length };
}
