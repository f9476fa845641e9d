/** What canonical JSON is made from. A property that is `undefined` is none of it: it throws rather than vanish. */
export type Canonical =
  | null
  | boolean
  | number
  | string
  | readonly Canonical[]
  | { readonly [key: string]: Canonical };

/**
 * JSON in the one form that everybody gets from the same data (JCS, RFC 8785): no blanks, names by their UTF-16 units, numbers
 * and texts as ECMAScript writes them. Throws where the RFC has no form: half a surrogate pair, a number without an end.
 */
export const canonical = (value: Canonical): string => {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (typeof value === 'string') return canonicalText(value);
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object') throw new RangeError(`no form in JSON: ${typeof value}`);
  const names = Object.keys(value).sort();
  const property = (name: string) => `${canonicalText(name)}:${canonical(value[name] as Canonical)}`;
  return `{${names.map(property).join(',')}}`;
};

/** `Array.isArray` does not narrow a list that is read only. */
const isList = (value: Canonical): value is readonly Canonical[] => Array.isArray(value);

const canonicalNumber = (value: number): string => {
  if (!Number.isFinite(value)) throw new RangeError(`no form in JSON: ${value}`);
  return JSON.stringify(value);
};

const canonicalText = (text: string): string => {
  if (!text.isWellFormed()) throw new RangeError('half a surrogate pair has no form in canonical JSON');
  return JSON.stringify(text);
};
