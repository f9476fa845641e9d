/**
 * *Predikat kinerja* of a year, from the best down, by the words of the `records` file; `kurang` is also called *misconduct*. The
 * order is that of the points which the award gives them, a choice and no rule of the evaluation itself.
 */
export const predicates = ['sangat_baik', 'baik', 'butuh_perbaikan', 'kurang', 'sangat_kurang'] as const;
export type Predicate = (typeof predicates)[number];

export const isAtLeast = (predicate: Predicate, least: Predicate): boolean =>
  predicates.indexOf(predicate) <= predicates.indexOf(least);
