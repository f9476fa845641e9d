import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Role, roles } from '../roles.ts';
import { type Scope, scopeOf, type Ties } from './scope.ts';

const biasa = { sensitive: 'none', confidential: false } as const;
const tertutup = { sensitive: 'none', confidential: true } as const;
const sensitive = { sensitive: 'inspektorat', confidential: false } as const;

const rows: [role: Role, ties: Ties, own: boolean, ownIfSensitive: boolean][] = [
  ['citizen', { wrote: true }, true, true],
  ['citizen', { follows: true, inUnit: true, atDesk: true, assigned: true }, false, false],
  ['follower', { follows: true }, true, true],
  ['follower', { wrote: true }, false, false],
  ['stranger', { wrote: true, follows: true }, false, false],
  ['officer', { inUnit: true }, true, false],
  ['officer', { assigned: true }, false, true],
  ['officer', { assigned: true, concerned: true }, false, false],
  ['coordinator', { atDesk: true }, true, false],
  ['coordinator', { inUnit: true }, false, false],
  ['inspector', { assigned: true, inUnit: true }, false, true],
  ['inspector', { inUnit: true }, false, false],
  ['inspector', { assigned: true, concerned: true }, false, false],
  ['supervisor', { inUnit: true }, true, false],
  ['supervisor', { concerned: true }, false, true],
  ['admin', { inUnit: true }, true, false],
];

test.each(rows)(
  'to the hat of %s, %o makes a report own: %s, a sensitive one: %s',
  (role, ties, own, closed) => {
    expect(scopeOf(role, biasa, ties)).toBe(own ? 'own' : 'other');
    expect(scopeOf(role, tertutup, ties)).toBe(own ? 'tertutup-own' : 'tertutup-other');
    expect(scopeOf(role, sensitive, ties)).toBe(closed ? 'sensitive-own' : 'sensitive-other');
  },
);

test('a sensitive report stays one, whether the citizen chose Biasa or Tertutup', () => {
  for (const kind of ['inspektorat', 'restricted'] as const)
    for (const confidential of [true, false])
      expect(scopeOf('citizen', { sensitive: kind, confidential }, { wrote: true })).toBe('sensitive-own');
});

test('who has no tie to a report has none of their own', () => {
  fc.assert(
    fc.property(fc.constantFrom(...roles), fc.constantFrom(biasa, tertutup, sensitive), (role, report) => {
      const others: Scope[] = ['other', 'tertutup-other', 'sensitive-other'];
      expect(others).toContain(scopeOf(role, report, {}));
    }),
  );
});
