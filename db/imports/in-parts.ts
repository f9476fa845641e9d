const atOnce = 1_000;

/** Rows in parts that one statement can hold: PostgreSQL takes 65,535 values at a time. */
export const inParts = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / atOnce) }, (_, part) =>
    rows.slice(part * atOnce, (part + 1) * atOnce),
  );
