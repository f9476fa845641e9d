import { describe, expect, test } from 'vitest';
import type { Unit } from '../agency.ts';
import { mayAskRater } from './may-ask-rater.ts';

const unit = (code: string, parent: string | null, handles: string[] = []): Unit => ({
  code,
  name: code,
  handles,
  parent,
  region: null,
  answers: true,
});
const city = {
  units: [
    unit('setda', null),
    unit('disdukcapil', 'setda', ['disdukcapil']),
    unit('pelayanan', 'disdukcapil'),
    unit('arsip', 'disdukcapil'),
    unit('dishub', 'setda', ['dishub']),
    unit('diskominfo', null, ['admin_koordinator']),
  ],
  categories: [],
};
const asks = (of: string, ...roles: string[]) =>
  mayAskRater({ unit: of, kind: 'pns', roles }, 'pelayanan', city);

describe('who asks further after a low score of a service', () => {
  test.each<[string, ReturnType<typeof asks>, string, string[]]>([
    ['an officer of the unit itself', 'own', 'pelayanan', ['officer']],
    ['an officer of its office', 'own', 'disdukcapil', ['officer']],
    ['an officer of another part of the office', 'own', 'arsip', ['officer']],
    ['a coordinator of the city', 'desk', 'diskominfo', ['coordinator']],
    ['an officer of another office', 'no', 'dishub', ['officer']],
    ['an officer of what stands above the office', 'no', 'setda', ['officer']],
    ['whoever serves there', 'no', 'pelayanan', []],
    ['its head', 'no', 'pelayanan', ['supervisor']],
    ['the head of the office', 'no', 'disdukcapil', ['leader']],
    ['an administrator', 'no', 'disdukcapil', ['admin']],
    ['a head who is an officer too', 'no', 'pelayanan', ['officer', 'supervisor']],
    ['a head of the office who is a coordinator too', 'no', 'disdukcapil', ['coordinator', 'leader']],
    ['a leader above the office who is a coordinator too', 'no', 'setda', ['coordinator', 'leader']],
    ['a coordinator who leads another office', 'desk', 'diskominfo', ['coordinator', 'supervisor']],
  ])('%s: %s', (_, verdict, of, roles) => {
    expect(asks(of, ...roles)).toBe(verdict);
  });
});
