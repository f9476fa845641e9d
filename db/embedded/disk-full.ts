/**
 * Whether an error met while working means that the database's disk is full (SQLSTATE 53100, or the file
 * system's own ENOSPC). drizzle wraps the driver's error, so causes are followed.
 */
export function isDiskFull(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && (at.code === '53100' || at.code === 'ENOSPC')) return true;
  }
  return false;
}
