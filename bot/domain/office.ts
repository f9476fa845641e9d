/** A unit as far as finding its office needs it. */
type Part = { code: string; handles: readonly string[]; parent?: string | null };

/**
 * The office (OPD) an employee's unit belongs to: the nearest unit upward, itself first, that answers for something; a
 * *bidang* answers for what its *dinas* does. A unit below nothing is its own office.
 */
export const officeOf = (
  unit: string,
  units: readonly Part[],
  categories: readonly { unitCode?: string | null }[],
): string => {
  const answersFor = ({ code, handles }: Part) =>
    handles.length > 0 || categories.some(({ unitCode }) => unitCode === code);
  const seen = new Set<string>();
  for (let code: string | null | undefined = unit; code && !seen.has(code); ) {
    seen.add(code);
    const part = units.find((one) => one.code === code);
    if (part && answersFor(part)) return code;
    code = part?.parent;
  }
  return unit;
};
