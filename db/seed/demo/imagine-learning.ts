import { unitFor } from '../../../bot/domain/agency.ts';
import { addCalendarDays, type LocalDate, localDate } from '../../../bot/domain/local-date.ts';
import { positionGroupOf } from '../../../bot/domain/training/position-group.ts';
import type { City } from '../../../bot/ports.ts';
import type { training } from '../../schema/index.ts';
import { createDice, type Dice } from './dice.ts';
import { type DemoCertificate, elsewhere, ofTraining, waitingPaper } from './imagine-certificates.ts';
import { type DemoEnrolment, enrolled, type Stand } from './imagine-enrolments.ts';
import type { DemoEmployee } from './staff.ts';
import { type DemoTraining, demoTrainings } from './training-rows.ts';

type Row = typeof training.$inferInsert;

/** What the people of the demo learnt and take part in, by their numbers. */
export type DemoLearning = { enrolments: DemoEnrolment[]; certificates: DemoCertificate[] };

const seed = 20_262;

/** Who a training is for comes first: whose duty it is, or whom it suits; else it is chance. */
const inTurn = (
  { mandatoryUnits = [], mandatoryGroups = [] }: Row,
  { suits }: DemoTraining,
  asn: readonly DemoEmployee[],
  dice: Dice,
): DemoEmployee[] => {
  const isFor = ({ unitCode, position }: DemoEmployee) => {
    const group = positionGroupOf(position);
    return mandatoryUnits.includes(unitCode) || mandatoryGroups.includes(group) || suits === group;
  };
  const mixed = dice.shuffle(asn);
  return [...mixed.filter(isFor), ...mixed.filter((one) => !isFor(one))];
};

/**
 * The invented learning of a city's ASN up to `until`, the same for the same day: two years of certificates, trainings under way
 * and to come, some full with a waiting list. Whoever handles street lamps, where newcomers look first, has one to be verified.
 */
export const imagineLearning = (
  city: Pick<City, 'agency' | 'categories' | 'units'>,
  staff: readonly DemoEmployee[],
  trainings: readonly Row[],
  until: Date,
): DemoLearning => {
  const dice = createDice(seed);
  const zone = city.agency.zone;
  const today = localDate(until, zone);
  const asn = staff.filter(({ kind }) => kind !== 'other');
  const learning: DemoLearning = { enrolments: [], certificates: [] };
  const take = (row: Row, who: DemoEmployee, stand: Stand) => {
    const one = enrolled(row, who, stand, { today, zone, dice });
    learning.enrolments.push(one);
    learning.certificates.push(...ofTraining(row, one, who, { today, zone, dice }));
  };
  for (const demo of demoTrainings) {
    const row = trainings.find(({ code }) => code === demo.code);
    if (!row) continue;
    const { people, waiting = 0 } = demo;
    const queue = inTurn(row, demo, asn, dice);
    for (const who of queue.slice(0, people)) take(row, who, 'registered');
    for (const who of queue.slice(people, people + waiting)) take(row, who, 'waiting');
    const leaver = queue[people + waiting];
    if (leaver && isAhead(row, today) && dice.chance(0.5)) take(row, leaver, 'withdrawn');
  }
  for (const who of asn)
    if (dice.chance(0.55)) learning.certificates.push(elsewhere(who, { today, zone, dice }));
  const office = lampOffice(city);
  const [unread, ...others] = senders(office, asn, dice);
  for (const who of others) {
    const chance = who.unitCode === office ? 0 : 0.2;
    learning.certificates.push(waitingPaper(who, chance, { today, zone, dice }));
  }
  if (unread) learning.certificates.push(waitingPaper(unread, 1, { today, zone, dice }));
  return learning;
};

const isAhead = ({ startsOn }: Row, today: LocalDate): boolean =>
  !!startsOn && startsOn > addCalendarDays(today, 1);

const lampOffice = ({ categories, units }: Pick<City, 'categories' | 'units'>): string | undefined => {
  const lamps = categories.find(({ key }) => key === 'lampu_jalan');
  return lamps && unitFor(lamps, units).code;
};

/** Officers whose last certificate lies before their head: one in every third office, and, last, in this one. */
const senders = (office: string | undefined, asn: readonly DemoEmployee[], dice: Dice): DemoEmployee[] => {
  const officers = asn.filter(({ roles }) => roles.includes('officer'));
  const first = new Map(officers.toReversed().map((one) => [one.unitCode, one]));
  const all = [...first.values()].filter(({ unitCode }) => unitCode === office || dice.chance(0.35));
  return all.toSorted((one, other) => Number(one.unitCode === office) - Number(other.unitCode === office));
};
