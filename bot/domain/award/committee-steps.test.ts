import { describe, expect, test } from 'vitest';
import { type CandidateCase, candidateState, stepsFor } from './committee-steps.ts';
import { verdicts } from './nominee-state.ts';
import { phaseNames } from './phase.ts';

const within = (phase: (typeof phaseNames)[number]) => ({ run: 0, is: 'in', phase }) as const;

const waiting: CandidateCase = {
  standing: within('verifikasi'),
  frozen: false,
  bar: null,
  forwarded: true,
  consent: null,
  verdict: null,
  eligibility: 'open',
};

describe('within the check', () => {
  test('a candidate is accepted, asked or refused, also while the consent is open', () => {
    expect(stepsFor(waiting)).toEqual(['accept', 'ask', 'refuse']);
    expect(stepsFor({ ...waiting, eligibility: 'eligible' })).toEqual(['accept', 'ask', 'refuse']);
  });

  test('nobody is accepted against an unmet rule, whatever was said before', () => {
    for (const verdict of [null, ...verdicts])
      expect(stepsFor({ ...waiting, verdict, eligibility: 'ineligible' })).not.toContain('accept');
  });

  test('a verdict may be changed into each of the others', () => {
    expect(stepsFor({ ...waiting, verdict: 'accepted' })).toEqual(['ask', 'refuse']);
    expect(stepsFor({ ...waiting, verdict: 'refused' })).toEqual(['accept', 'ask']);
    expect(stepsFor({ ...waiting, verdict: 'asked' })).toEqual(['accept', 'ask', 'refuse']);
  });
});

test('who was accepted is marked while innovations are scored, and nobody else is', () => {
  const scored = { ...waiting, standing: within('penilaian') };
  expect(stepsFor({ ...scored, verdict: 'accepted' })).toEqual(['mark']);
  for (const verdict of [null, 'asked', 'refused'] as const)
    expect(stepsFor({ ...scored, verdict })).toEqual([]);
  expect(stepsFor({ ...scored, verdict: 'accepted', eligibility: 'ineligible' })).toEqual([]);
});

test.each(phaseNames.filter((name) => name !== 'verifikasi' && name !== 'penilaian'))(
  'in the phase %s nothing can be done',
  (phase) => {
    for (const verdict of [null, ...verdicts])
      expect(stepsFor({ ...waiting, verdict, standing: within(phase) })).toEqual([]);
  },
);

test('between two phases nothing can be done', () => {
  for (const phase of phaseNames)
    expect(stepsFor({ ...waiting, verdict: 'accepted', standing: { run: 0, is: 'after', phase } })).toEqual(
      [],
    );
});

test.each<[string, Partial<CandidateCase>]>([
  ['a member who may not judge them', { bar: 'own-office' }],
  ['who has declined', { consent: 'declined' }],
  ['whom no head forwarded', { forwarded: false }],
  ['the candidates of a frozen cycle', { frozen: true }],
])('nothing is done about %s', (_, change) => {
  expect(stepsFor({ ...waiting, ...change })).toEqual([]);
  expect(stepsFor({ ...waiting, standing: within('penilaian'), verdict: 'accepted', ...change })).toEqual([]);
});

test('a nomination stands as the last thing that settles it', () => {
  const one = { ...waiting, replied: false };
  expect(candidateState(one)).toBe('waiting');
  expect(candidateState({ ...one, verdict: 'asked' })).toBe('asked');
  expect(candidateState({ ...one, verdict: 'asked', replied: true })).toBe('replied');
  expect(candidateState({ ...one, verdict: 'accepted', replied: true })).toBe('accepted');
  expect(candidateState({ ...one, verdict: 'accepted', forwarded: false })).toBe('not-forwarded');
  expect(candidateState({ ...one, verdict: 'accepted', consent: 'declined' })).toBe('declined');
});
