import { describe, expect, test } from 'vitest';
import type { Hours } from '../../duty-hours.ts';
import { usualIpAsn } from '../ip-asn-rules.ts';
import { usualTraining } from '../training-rules.ts';
import { type OwnTrainingSettings, trainingOf } from '../training-settings.ts';
import { isUnfit } from './known-setting.ts';
import { knownTrainingSettings, trainingSetting, withDecided } from './known-training-settings.ts';

const officeHours: Hours = [
  { days: [1, 2, 3, 4], opens: '07.30', closes: '16.00' },
  { days: [5], opens: '07.30', closes: '14.30' },
];
const usual = trainingOf({});
const read = (name: string, text: string) => trainingSetting(name, usual)?.read(text, usual, { officeHours });

const { duty } = usualTraining;

test.each([
  ['training.duty.pns', 'target:24', { rules: { duty: { ...duty, pns: { is: 'target', jp: 2400 } } } }],
  ['training.duty.pppk', 'none', { rules: { duty: { ...duty, pppk: { is: 'none' } } } }],
  ['training.duty.pppk', 'Ceiling 24,5', { rules: { duty: { ...duty, pppk: { is: 'ceiling', jp: 2450 } } } }],
  ['training.minutes-per-jp', '60', { rules: { minutesPerJp: 60 } }],
  ['training.certificate-days', '30', { certificateDays: 30 }],
  [
    'training.pace',
    '11-30:100, 06-30:40',
    {
      rules: {
        pace: [
          { on: '06-30', percent: 40 },
          { on: '11-30', percent: 100 },
        ],
      },
      milestones: { jp_pace: { yearDays: ['06-30', '11-30'] } },
    },
  ],
  ['reminders.complete', '0, 30,-1,7,30', { milestones: { complete: { daysLeft: [30, 7, 0, -1] } } }],
  ['reminders.register', 'none', { milestones: { register: { daysLeft: [] } } }],
  [
    'reminders.date.satyalancana',
    '60,30',
    { milestones: { date: { ...usual.milestones.date, satyalancana: { daysLeft: [60, 30] } } } },
  ],
  [
    'hours.seasons',
    '2027-02-08..2027-03-09 8:00-15.00 Jumat 08.00-15.30; 2026-02-18..2026-03-19,08.00-15.00',
    {
      seasons: [
        {
          from: '2026-02-18',
          until: '2026-03-19',
          hours: [{ days: [1, 2, 3, 4, 5], opens: '08.00', closes: '15.00' }],
        },
        {
          from: '2027-02-08',
          until: '2027-03-09',
          hours: [
            { days: [1, 2, 3, 4], opens: '08.00', closes: '15.00' },
            { days: [5], opens: '08.00', closes: '15.30' },
          ],
        },
      ],
    },
  ],
  [
    'ip-asn.competence.pelaksana',
    'technical:30,seminar:10',
    { ipAsn: { competence: { ...usualIpAsn.competence, pelaksana: { technical: '30', seminar: '10' } } } },
  ],
  [
    'ip-asn.part.technical',
    'forms:teknis+bimtek+penataran,jp:24,years:ever',
    {
      ipAsn: {
        parts: {
          ...usualIpAsn.parts,
          technical: { forms: ['teknis', 'bimtek', 'penataran'], atLeast: 2400, years: null },
        },
      },
    },
  ],
] as const satisfies [string, string, OwnTrainingSettings][])('%s may be "%s"', (name, text, part) => {
  expect(read(name, text)).toEqual(part);
});

test.each([
  ['training.duty.pns', 'target:19.99', 'PP 11/2017'],
  ['training.duty.pns', 'none', 'PP 11/2017'],
  ['training.duty.pns', 'ceiling:24', 'PP 11/2017'],
  ['training.pace', '03-31:50,06-30:25', 'later day'],
  ['reminders.register', '7,0,-1', 'nobody can register'],
  ['reminders.complete', '13,12,11,10,9,8,7,6,5,4,3,2,1', 'too many'],
  ['hours.seasons', '2027-02-29..2027-03-09 08.00-15.00', 'in no calendar'],
  ['hours.seasons', '2027-03-09..2027-02-08 08.00-15.00', 'ends before'],
  ['hours.seasons', '2027-01-01..2027-12-31 08.00-15.00', 'longer than'],
  ['hours.seasons', '2027-02-08..2027-03-09 15.00-08.00', 'closes before'],
  [
    'hours.seasons',
    '2027-02-08..2027-03-09 08.00-15.00; 2027-03-09..2027-03-12 09.00-15.00',
    'on the same day',
  ],
  ['ip-asn.competence.struktural', 'leadership:15,technical:15,seminar:5', 'add up to 35.00'],
  ['ip-asn.part.technical', 'forms:teknis+seminar,jp:20,years:1', 'seminar already counts for seminar'],
])('%s cannot be "%s", and says why', (name, text, why) => {
  expect(read(name, text)).toEqual({ refused: expect.stringContaining(why) });
});

test.each([
  ['training.duty.pns', 'plenty'],
  ['training.duty.pppk', '24'],
  ['training.duty.pppk', 'target:0'],
  ['training.duty.pppk', 'target:2.345'],
  ['training.minutes-per-jp', '20'],
  ['training.minutes-per-jp', '45.5'],
  ['training.most-jp', '0,5'],
  ['training.oldest-years', '-1'],
  ['training.pace', '02-29:50'],
  ['training.pace', '03-31:0'],
  ['training.pace', '03-31:50,03-31:60'],
  ['training.pace', 'none'],
  ['reminders.complete', '30;7'],
  ['reminders.complete', '1.5'],
  ['reminders.complete', '731'],
  ['hours.seasons', 'Ramadan'],
  ['hours.seasons', '2027-02-08..2027-03-09 24.00-25.00'],
  ['ip-asn.competence.struktural', 'luck:40'],
  ['ip-asn.competence.struktural', 'leadership:many'],
  ['ip-asn.part.seminar', 'forms:seminar+gossip jp:0 years:2'],
  ['ip-asn.part.seminar', 'forms:seminar jp:0 years:0'],
])('%s is not written as "%s"', (name, text) => {
  expect(read(name, text)).toBe('shape');
});

describe('settings of learning', () => {
  test('are said as they are typed', () => {
    for (const { name, read: readOne, said } of knownTrainingSettings(usual)) {
      const part = readOne(said(usual), usual, { officeHours });
      if (isUnfit(part)) throw new Error(`${name}: ${JSON.stringify(part)}`);
      expect(trainingOf({ training: part })).toEqual({
        ...usual,
        rules: { ...usual.rules, pace: usual.rules.pace },
      });
    }
  });

  test('leave the others as they were', () => {
    const first = withDecided({}, { rules: { minutesPerJp: 60 } });
    const second = withDecided(first, { rules: { oldestYears: 10 }, certificateDays: 7 });
    expect(second).toEqual({ rules: { minutesPerJp: 60, oldestYears: 10 }, certificateDays: 7 });
  });

  test('know a kind of date once it has days of its own, and no name that is none', () => {
    const own = trainingOf({
      training: { milestones: { date: { else: { daysLeft: [7] }, satya: { daysLeft: [9] } } } },
    });
    expect(knownTrainingSettings(own).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['reminders.date.satya', 'reminders.date.else']),
    );
    expect(trainingSetting('reminders.date.__proto__', own)).toBeUndefined();
    expect(trainingSetting('reminders.date.', own)).toBeUndefined();
    expect(trainingSetting('training.luck', own)).toBeUndefined();
  });
});
