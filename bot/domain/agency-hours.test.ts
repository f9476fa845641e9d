import { describe, expect, test } from 'vitest';
import { testCity } from '../conversation/testing/city.ts';
import { officeHours } from '../flows/citizen/office-hours.ts';
import { translate } from '../i18n/translate.ts';
import type { City } from '../ports.ts';
import { agencyHours } from './agency-hours.ts';
import { onDuty } from './duty-hours.ts';
import { mayWrite } from './reminding/writing-hours.ts';
import { isUnfit } from './training/settings/known-setting.ts';
import { seasonSetting } from './training/settings/season-setting.ts';
import { trainingOf } from './training/training-settings.ts';

const { settings } = testCity.agency;
const ramadan = seasonSetting.read(
  '2026-02-24..2026-03-12,08.00-15.00,jumat:08.00-15.30',
  trainingOf(settings),
  settings,
);
if (isUnfit(ramadan)) throw new Error('no season');
const city: City = {
  ...testCity,
  agency: { ...testCity.agency, settings: { ...settings, training: ramadan } },
};

const duty = { ...agencyHours(city), roster: [], absences: [] };
const reminded = (at: string) => mayWrite({ office: agencyHours(city), leave: [] }, new Date(at));
const there = (at: string) => onDuty('somebody', new Date(at), duty);
const told = (at: string) => translate('id', officeHours({ city, now: new Date(at) }));

describe('in Ramadan, by the hours that the agency has set', () => {
  test.each([
    ['2026-02-23T07:35', true],
    ['2026-02-23T15:30', true],
    ['2026-02-24T07:35', false],
    ['2026-02-24T08:00', true],
    ['2026-02-24T14:59', true],
    ['2026-02-24T15:00', false],
    ['2026-02-27T15:20', true],
    ['2026-03-12T15:30', false],
  ])('at %s officers are on duty and people are reminded: %s', (at, is) => {
    expect([there(`${at}:00+07:00`), reminded(`${at}:00+07:00`)]).toEqual([is, is]);
  });

  test('citizens read those hours, and the ordinary ones again afterwards', () => {
    expect(told('2026-02-23T03:00:00Z')).toContain('07.30');
    expect(told('2026-02-24T03:00:00Z')).toBe('Senin–Kamis 08.00–15.00; Jumat 08.00–15.30');
    expect(told('2026-03-13T03:00:00Z')).toBe(told('2026-02-23T03:00:00Z'));
  });
});
