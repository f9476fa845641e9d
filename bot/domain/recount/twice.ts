/** The names that stand in a list more than once, each once. */
export function twice(names: readonly string[]): string[] {
  const seen = new Set<string>();
  const again = names.filter((name) => {
    const known = seen.has(name);
    seen.add(name);
    return known;
  });
  return [...new Set(again)];
}
