/**
 * The database cannot be used, said in one sentence to the person who starts the service.
 * The message names folders, hosts and users, never a password.
 */
export class DatabaseRefused extends Error {
  override name = 'DatabaseRefused';
}

const fullDisk = /no space left on device|disk quota exceeded|\bENOSPC\b|\bEDQUOT\b/i;
/** Node says ENOENT when it makes a folder on a read-only disk. */
const closed = /permission denied|read-only file system|\b(?:EACCES|EPERM|EROFS)\b|ENOENT.*mkdir/i;
const administrator = /administrative permissions is not permitted/i;
const occupied = /shared memory block .*is still in use|another postmaster|another server might be running/i;
const otherMajor = /database files are incompatible with server/i;

/**
 * Turns what PostgreSQL or the file system printed into one of our sentences; `where` is the folder it was
 * about. Nothing when the text is about something else: then the caller shows where the log is.
 */
export function refusalFrom(printed: string, where: string): DatabaseRefused | undefined {
  if (fullDisk.test(printed)) {
    return new DatabaseRefused(`The disk that holds ${where} is full: free some space, then start again.`);
  }
  if (administrator.test(printed)) {
    return new DatabaseRefused('PostgreSQL does not run as Administrator: start from an ordinary account.');
  }
  if (otherMajor.test(printed)) {
    return new DatabaseRefused(
      `The database in ${where} was made by another version of PostgreSQL: restore a backup.`,
    );
  }
  if (occupied.test(printed)) {
    return new DatabaseRefused(
      `Another PostgreSQL server still uses the database in ${where}: end it, then start again.`,
    );
  }
  if (closed.test(printed)) {
    return new DatabaseRefused(
      `The database in ${where} cannot be read or written by this user: check who owns the folder.`,
    );
  }
  return undefined;
}

/** The same for anything thrown on the way; an error that we have no sentence for is handed back as it was. */
export function asRefusal(error: unknown, where: string): unknown {
  if (error instanceof DatabaseRefused || !(error instanceof Error)) return error;
  return refusalFrom(error.message, where) ?? error;
}
