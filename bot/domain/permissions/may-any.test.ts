import { describe, expect, test } from 'vitest';
import type { Role } from '../roles.ts';
import { actions, caseActions } from './action.ts';
import { hatsFor, mayAny } from './may-any.ts';
import type { Ties } from './scope.ts';

const biasa = { sensitive: 'none', confidential: false } as const;
const tertutup = { sensitive: 'none', confidential: true } as const;
const pungli = { sensitive: 'inspektorat', confidential: false } as const;
const kekerasan = { sensitive: 'restricted', confidential: true } as const;

const all = (report: Parameters<typeof hatsFor>[1], roles: readonly Role[], ties: Ties) =>
  caseActions.filter((action) => mayAny(hatsFor(roles, report, ties), action) !== 'no');

describe('a person of several hats', () => {
  test('may do what either hat may, each for the reports that are its own', () => {
    const hats = hatsFor(['asn', 'officer', 'coordinator'], biasa, { inUnit: true });
    expect(mayAny(hats, 'answer')).toBe('yes');
    expect(mayAny(hats, 'approve-public')).toBe('yes');
    expect(mayAny(hats, 'forward')).toBe('no');
  });

  test('has the plain yes of one hat before the conditional one of another', () => {
    expect(mayAny(hatsFor(['leader', 'supervisor'], biasa, { inUnit: true }), 'list')).toBe('yes');
    expect(mayAny(hatsFor(['leader', 'supervisor'], biasa, {}), 'list')).toBe('when-overdue');
  });

  test('without any hat may do nothing', () => {
    expect(actions.filter((action) => mayAny([], action) !== 'no')).toEqual([]);
  });
});

describe('the hat of a citizen', () => {
  test('gains nothing from the staff record: both at once are refused whole', () => {
    for (const report of [biasa, tertutup, pungli])
      expect(all(report, ['citizen', 'officer'], { wrote: true, inUnit: true, assigned: true })).toEqual([]);
  });

  test('is not lent by the office: an officer neither rates nor confirms a report of the own unit', () => {
    const may = all(biasa, ['asn', 'officer'], { wrote: true, follows: true, inUnit: true });
    expect(may).toContain('finish');
    for (const said of ['add', 'confirm', 'rate', 'reopen', 'see-identity']) expect(may).not.toContain(said);
  });

  test('is enough for an administrator to follow the own sensitive report, in the chat where it was written', () => {
    expect(mayAny(hatsFor(['citizen'], pungli, { wrote: true }), 'see-status')).toBe('yes');
  });
});

describe('a sensitive report is not widened by a second hat', () => {
  test('is read by the inspector to whom it is assigned', () => {
    const hats = hatsFor(['asn', 'inspector'], pungli, { assigned: true });
    expect(mayAny(hats, 'see-text')).toBe('yes');
    expect(mayAny(hats, 'see-identity')).toBe('with-two');
  });

  test('is read by a protection officer appointed for it, and by nobody else of that unit', () => {
    expect(all(kekerasan, ['asn', 'officer'], { inUnit: true, assigned: true })).toContain('see-text');
    expect(all(kekerasan, ['asn', 'officer'], { inUnit: true })).toEqual([]);
  });

  test('is not read by an administrator who is also an officer or an inspector', () => {
    for (const other of ['officer', 'inspector'] as const)
      expect(all(pungli, ['asn', other, 'admin'], { assigned: true })).toEqual([]);
  });

  test.each(['asn', 'supervisor', 'leader', 'coordinator', 'hr', 'committee'] as const)(
    'is not read by an inspector who as %s belongs to the unit complained about',
    (role) => {
      expect(all(pungli, ['inspector', role], { assigned: true, concerned: true })).toEqual([]);
      expect(
        mayAny(
          [
            { role: 'inspector', on: 'sensitive-own' },
            { role, on: 'sensitive-own' },
          ],
          'see-text',
        ),
      ).toBe('no');
      expect(all(pungli, ['inspector', role], { assigned: true })).toContain('see-text');
    },
  );

  test('is not read through all the hats of an office together by somebody to whom it is not assigned', () => {
    const many = [
      'asn',
      'officer',
      'coordinator',
      'supervisor',
      'leader',
      'hr',
      'inspector',
      'committee',
    ] as const;
    expect(all(pungli, many, { inUnit: true, atDesk: true })).toEqual([]);
  });
});
