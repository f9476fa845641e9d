/**
 * Makes a function of one object remember its results for as long as the object lives. For what is derived from
 * tables that are read-only and long-lived: hand in the same table again and nothing is reckoned twice.
 */
export function once<K extends object, V>(make: (from: K) => V): (from: K) => V {
  const made = new WeakMap<K, { value: V }>();
  return (from) => {
    const known = made.get(from) ?? { value: make(from) };
    made.set(from, known);
    return known.value;
  };
}
