import { access } from 'node:fs/promises';

/** Whether a file can be reached under this name. */
export const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
