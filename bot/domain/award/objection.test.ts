import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterObjection, answerObjectionBy, objectionFaults, reviewersFor } from './objection.ts';
import { layPhases } from './phase.ts';
import { usualCycle } from './usual-cycle.ts';

const inTime = { run: 0, is: 'in', phase: 'masa_sanggah' } as const;
const reason = 'Nilai JP saya belum memuat sertifikat bulan Juni.';
const calendar = { holidays: new Set<string>(), coveredFrom: '2027-01-01', coveredUntil: '2027-12-31' };
const { phases } = layPhases(calendar, '2027-09-13');

describe('an objection', () => {
  test('of any ASN is taken in its phase, with a reason', () => {
    expect(objectionFaults({ standing: inTime, hats: ['asn'], reason }, usualCycle)).toEqual([]);
    const late = {
      standing: { ...inTime, is: 'after' as const },
      hats: ['officer' as const],
      reason: 'Curang',
    };
    expect(objectionFaults(late, usualCycle)).toEqual([
      { is: 'phase' },
      { is: 'objector' },
      { is: 'reason', missing: 14 },
    ]);
  });

  test('is answered on the day before the decision begins, at the latest', () => {
    expect(answerObjectionBy({ phases, again: [] })).toBe('2027-11-17');
  });

  test('that changes the result restarts the time for objections once', () => {
    expect(afterObjection(false, { again: [] })).toBe('unchanged');
    expect(afterObjection(true, { again: ['pemungutan_suara'] })).toBe('restart');
    expect(afterObjection(true, { again: ['masa_sanggah'] })).toBe('changed');
    expect(afterObjection(false, { again: ['masa_sanggah'] })).toBe('unchanged');
  });
});

const offices = ['dinkes', 'dpu', 'bkpsdm', 'disdik'];
const member = fc.record({
  office: fc.constantFrom(...offices),
  open: fc.nat({ max: 3 }),
});

test('two members of other offices look at it, who have least to do, or nobody where there are not two', () => {
  fc.assert(
    fc.property(
      fc.array(member, { maxLength: 7 }),
      fc.subarray(offices),
      fc.nat({ max: 7 }),
      (all, barred, person) => {
        const committee = all.map((one, id) => ({ id, ...one }));
        const able = committee.filter(({ id, office }) => id !== person && !barred.includes(office));
        const two = reviewersFor({ people: [person], offices: barred }, committee);
        expect(two === undefined).toBe(able.length < 2);
        if (!two) return;
        expect(two[0].id).not.toBe(two[1].id);
        for (const one of two) expect(able).toContain(one);
        const idle = able.filter((one) => !two.includes(one));
        for (const one of idle) expect(one.open).toBeGreaterThanOrEqual(Math.max(two[0].open, two[1].open));
        expect(reviewersFor({ people: [person], offices: barred }, committee.toReversed())).toEqual(two);
      },
    ),
  );
});
