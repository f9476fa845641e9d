/** The most recently used values, at most `most` of them; 0 keeps nothing. */
export type Recent<V> = {
  get: (name: string) => V | undefined;
  set: (name: string, value: V) => void;
  delete: (name: string) => void;
};

export const createRecent = <V>(most: number): Recent<V> => {
  const kept = new Map<string, V>();
  return {
    get: (name) => {
      const value = kept.get(name);
      if (value === undefined) return undefined;
      kept.delete(name);
      kept.set(name, value);
      return value;
    },
    set: (name, value) => {
      kept.delete(name);
      kept.set(name, value);
      const oldest = kept.size > most ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
    },
    delete: (name) => {
      kept.delete(name);
    },
  };
};
