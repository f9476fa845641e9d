import { seedCalendar } from '../../fixtures/seed.ts';
import type { Reminded } from '../decide.ts';
import type { Given, Item } from '../item.ts';

/** A moment in western time. */
export const wib = (local: string) => new Date(`${local}:00+07:00`);

/** A town's office in the months around Lebaran 1447 H, when the fast gives it other hours. */
export const office: Reminded['office'] = {
  zone: 'Asia/Jakarta',
  calendar: seedCalendar(),
  hours: [
    { days: [1, 2, 3, 4], opens: '07.30', closes: '16.00' },
    { days: [5], opens: '07.30', closes: '14.30' },
  ],
  seasons: [
    {
      from: '2026-02-19',
      until: '2026-03-19',
      hours: [{ days: [1, 2, 3, 4, 5], opens: '08.00', closes: '15.00' }],
    },
  ],
};

/** *Pelayanan Prima*, to be finished on a Friday. */
export const training = (changes: Partial<Item> = {}): Item => ({
  key: 'complete:PP-01',
  kind: 'complete',
  due: '2026-11-27',
  since: '2026-01-01',
  done: false,
  reason: { about: 'Pelayanan Prima', source: 'mandatory', asker: 'BKPSDM', jp: 8 },
  ...changes,
});

export const rina = (changes: Partial<Reminded> = {}): Reminded => ({
  office,
  leave: [],
  items: [training()],
  given: [],
  stopped: false,
  talking: false,
  ...changes,
});

export const given = (milestone: string, local: string, changes: Partial<Given> = {}): Given => ({
  item: 'complete:PP-01',
  milestone,
  lane: 'day',
  at: wib(local),
  ...changes,
});
