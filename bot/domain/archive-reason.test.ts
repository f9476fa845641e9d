import { expect, test } from 'vitest';
import { archiveReasons, isArchiveReason } from './archive-reason.ts';

test('a report is put away for one of eight reasons and for no other', () => {
  expect(new Set(archiveReasons).size).toBe(8);
  for (const reason of archiveReasons) expect(isArchiveReason(reason)).toBe(true);
  for (const word of ['', 'malas', 'Duplikat', 'tidak jelas'])
    expect(isArchiveReason(word), word).toBe(false);
});
