import { expect, test } from 'vitest';
import { staffRoles } from '../roles.ts';
import { judgeBar } from './may-judge.ts';

const member = { id: 1, office: 'dinkes', hats: ['asn', 'committee'] } as const;
const nominee = { id: 2, offices: ['dishub', 'dishub'] };

test('a member of the committee judges whoever serves elsewhere', () => {
  expect(judgeBar(member, nominee)).toBeNull();
});

test('nobody judges themselves, whichever office they are said to be of', () => {
  expect(judgeBar(member, { ...nominee, id: 1 })).toBe('oneself');
  expect(judgeBar(member, { id: 1, offices: ['dinkes'] })).toBe('oneself');
});

test.each([[['dinkes', 'dishub']], [['dishub', 'dinkes']], [['dinkes', 'dinkes']]])(
  'nobody judges a colleague of the own office, of now or of when they were named: %j',
  (offices) => {
    expect(judgeBar(member, { ...nominee, offices })).toBe('own-office');
  },
);

test('no other hat lets anybody judge, nor all of them together', () => {
  const others = staffRoles.filter((role) => role !== 'committee');
  for (const role of others) expect(judgeBar({ ...member, hats: [role] }, nominee)).toBe('role');
  expect(judgeBar({ ...member, hats: others }, nominee)).toBe('role');
  expect(judgeBar({ ...member, hats: [] }, nominee)).toBe('role');
});
