import { relative } from 'node:path';

/** How a file is named to the person: from where they stand, if it is below. */
export const shortName = (name: string): string => {
  const near = relative(process.cwd(), name);
  return near === '' || near.startsWith('..') ? name : near;
};
