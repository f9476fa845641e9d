import { expect, test } from 'vitest';
import { hatsOf, isOfficeRole, isStaffRole, roles } from './roles.ts';

test('there are twelve hats', () => {
  expect(new Set(roles).size).toBe(12);
});

test('whoever serves is ASN first, then what the office has given', () => {
  expect(hatsOf({ kind: 'pppk', roles: ['supervisor', 'officer'], active: true })).toEqual([
    'asn',
    'officer',
    'supervisor',
  ]);
  expect(hatsOf({ kind: 'other', roles: ['officer'], active: true })).toEqual(['officer']);
});

test('who has left wears no hat', () => {
  expect(hatsOf({ kind: 'pns', roles: ['admin'], active: false })).toEqual([]);
});

test('a word that an office cannot give gives nothing: nobody is made citizen, stranger or king by a file', () => {
  expect(hatsOf({ kind: 'pns', roles: ['citizen', 'stranger', 'king', 'Admin'], active: true })).toEqual([
    'asn',
  ]);
  expect(isOfficeRole('asn')).toBe(false);
  expect(roles.filter((role) => !isStaffRole(role))).toEqual(['citizen', 'follower', 'stranger']);
});
