const most = 1_000;

/** What is known under a key, else reckoned and kept; a full map is emptied, for a round asks for the same few over and over. */
export function recall<K, V extends object | string>(known: Map<K, V>, key: K, reckon: () => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= most) known.clear();
  const made = reckon();
  known.set(key, made);
  return made;
}
