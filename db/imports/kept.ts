/** What a file says, which may be that there is nothing; of a column it does not have, what was known before. */
export const kept = <T>(given: T | null | undefined, known: T | null | undefined): T | null =>
  given === undefined ? (known ?? null) : given;
