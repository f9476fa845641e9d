/** One import of a file: what it names, and whether only types come of it. */
export type Import = { of: string; types: boolean };

const comments = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
const fromClause = /^[ \t]*(?:import|export)\s+(type\s+)?([^'"`;]*?)\s*\bfrom\s*['"]([^'"]+)['"]/gm;
const bare = /^[ \t]*import\s*['"]([^'"]+)['"]/gm;
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]/g;

const allTypes = (names: string): boolean =>
  /^\{[\s\S]*\}$/.test(names) &&
  names
    .slice(1, -1)
    .split(',')
    .map((name) => name.trim())
    .every((name) => name === '' || name.startsWith('type '));

/** What a file imports, re-exports or loads, comments left out. Relative names stay as they were written. */
export const importsOf = (source: string): Import[] => {
  const code = source.replace(comments, '');
  return [
    ...[...code.matchAll(fromClause)].map(([, type, names = '', of = '']) => ({
      of,
      types: type !== undefined || allTypes(names),
    })),
    ...[...code.matchAll(bare)].map(([, of = '']) => ({ of, types: false })),
    ...[...code.matchAll(dynamic)].map(([, of = '']) => ({ of, types: false })),
  ];
};

/** The code without comments and without what stands between quotes, for searching it for words. */
export const wordsOfCode = (source: string): string =>
  source.replace(comments, '').replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
