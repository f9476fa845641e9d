/**
 * What is wrong with a bulletin's form, and where, as a JSON Pointer (RFC 6901): `/ballots/16/entries/1`. The empty
 * path is the whole file.
 */
export type BulletinFault = {
  path: string;
  fault:
    | 'not-json'
    | 'twice'
    | 'missing'
    | 'unknown'
    | 'object'
    | 'list'
    | 'text'
    | 'hex'
    | 'count'
    | 'member';
};

export type ReadOutcome<T> = { value: T } | { faults: readonly BulletinFault[] };

/** Reads one value of parsed JSON, or says every fault in it. */
export type Read<T> = (value: unknown, path: string) => ReadOutcome<T>;

const wrong = (path: string, fault: BulletinFault['fault']) => ({ faults: [{ path, fault }] });

/** A key as one step of a JSON Pointer. */
export const step = (key: string): string => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text that is not empty. Half a surrogate pair has no UTF-8, so two such names would be hashed alike. */
export const text: Read<string> = (value, path) =>
  typeof value === 'string' && value !== '' && value.isWellFormed() ? { value } : wrong(path, 'text');

/** So many bytes in lower-case hexadecimal: one value has one writing, so nobody can list a ballot twice unseen. */
export const hex =
  (bytes: number): Read<string> =>
  (value, path) =>
    typeof value === 'string' && value.length === 2 * bytes && /^[0-9a-f]*$/.test(value)
      ? { value }
      : wrong(path, 'hex');

/** A whole number from 0 up that a double holds exactly. */
export const count: Read<number> = (value, path) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? { value: value + 0 }
    : wrong(path, 'count');

const gathered = <T>(parts: readonly [string | number, ReadOutcome<T>][]) => {
  const faults = parts.flatMap(([, part]) => ('faults' in part ? part.faults : []));
  const values = parts.flatMap(([key, part]) => ('value' in part ? [[key, part.value] as const] : []));
  return { faults, values };
};

export const list =
  <T>(one: Read<T>): Read<T[]> =>
  (value, path) => {
    if (!Array.isArray(value)) return wrong(path, 'list');
    const { faults, values } = gathered(
      value.map((item: unknown, at) => [at, one(item, `${path}/${at}`)] as [number, ReadOutcome<T>]),
    );
    return faults.length > 0 ? { faults } : { value: values.map(([, item]) => item) };
  };

/** An object with these fields and no others: what nobody checks must not stand in a bulletin either. */
export const fields =
  <T extends object>(of: { [K in keyof T]: Read<T[K]> }): Read<T> =>
  (value, path) => {
    if (!isRecord(value)) return wrong(path, 'object');
    const known = Object.entries<Read<unknown>>(of);
    const parts = known.map(([key, read]): [string, ReadOutcome<unknown>] => {
      const here = path + step(key);
      return [key, Object.hasOwn(value, key) ? read(value[key], here) : wrong(here, 'missing')];
    });
    const others = Object.keys(value)
      .filter((key) => !Object.hasOwn(of, key))
      .map((key) => ({ path: path + step(key), fault: 'unknown' as const }));
    const { faults, values } = gathered(parts);
    const all = [...faults, ...others];
    return all.length > 0 ? { faults: all } : { value: Object.fromEntries(values) as T };
  };
