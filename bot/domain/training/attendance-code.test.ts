import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  newAttendanceCode,
  readAttendanceCode,
  shownAttendanceCode,
  typedAttendance,
} from './attendance-code.ts';

const bytes = fc.uint8Array({ minLength: 6, maxLength: 6 });

describe('a code in a room', () => {
  test('is read back as it was drawn, however it is typed', () => {
    fc.assert(
      fc.property(bytes, (drawn) => {
        const code = newAttendanceCode(() => drawn);
        expect(code).toMatch(/^[0-9][0-9A-HJKMNP-TV-Z]{5}$/);
        const shown = shownAttendanceCode(code);
        for (const typed of [
          code,
          shown,
          shown.toLowerCase(),
          `${code.slice(0, 3)} ${code.slice(3)}`,
          typedAttendance(code),
          `/hadir ${shown}`,
          `h_${code}`,
          code.replaceAll('0', 'O').replaceAll('1', 'l'),
        ])
          expect(readAttendanceCode(typed), typed).toBe(code);
      }),
    );
  });

  test('begins with a digit, so that what is typed is never a sentence of two words', () => {
    for (const said of ['hadir semua', 'hadirkan', 'HADIR', 'KELAS1', '7K4PQ', '7K4PQ2X', '7K4PQU'])
      expect(readAttendanceCode(said), said).toBeUndefined();
  });
});
