import { expect, test } from 'vitest';
import { judgesFor } from './judges-for.ts';

const unit = (code: string, parent: string | null) => ({
  code,
  name: code,
  handles: [],
  region: null,
  parent,
  answers: true,
});
const units = [unit('dinas', null), unit('bidang', 'dinas'), unit('badan', null)];
const one = (id: number, at: string, ...roles: string[]) => ({
  id,
  unit: at,
  kind: 'pns',
  roles,
  above: [] as number[],
});
const ids = (found: readonly { id: number }[]) => found.map(({ id }) => id);

const head = one(1, 'dinas', 'supervisor');
const section = one(2, 'bidang', 'supervisor');
const personnel = one(3, 'badan', 'hr');
const elsewhere = one(4, 'badan', 'supervisor');
const rina = { id: 9, unit: 'bidang', supervisor: null };

test.each([
  ['the head of the own unit', [head, section, personnel, elsewhere], rina, [2]],
  ['the head of the unit above where the own has none', [head, personnel, elsewhere], rina, [1]],
  ['whom the personnel file puts above them', [head, section, elsewhere], { ...rina, supervisor: 4 }, [4]],
  ['the personnel office where no head is in chat', [elsewhere, personnel], rina, [3]],
  ['the head above the head, for a head', [head, section, personnel], { ...rina, id: 2 }, [1]],
  [
    'the personnel office, for the head of everybody',
    [head, section, personnel],
    { ...rina, id: 1, unit: 'dinas' },
    [3],
  ],
  [
    'nobody whom the owner stands above',
    [{ ...head, above: [8] }, personnel],
    { ...rina, id: 8, unit: 'dinas' },
    [3],
  ],
  ['nobody where nobody may', [elsewhere, one(5, 'bidang', 'officer')], rina, []],
])('a certificate is laid before %s', (_, all, colleague, judges) => {
  expect(ids(judgesFor(colleague, all, units))).toEqual(judges);
});
