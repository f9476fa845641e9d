import type { LocalDate } from '../local-date.ts';
import { enrolling, mayFinish, mayWithdraw, type Seating, seatsLeft, stillSeats } from './enrolling.ts';
import type { Enrolment } from './enrolment.ts';
import type { Jp } from './jp.ts';
import { reviewing } from './reviewing.ts';
import { completionDue, registrationEnds, type Training } from './training.ts';
import type { TrainingForm } from './training-form.ts';
import type { TrainingRecord } from './training-record.ts';

/** What somebody can do about a training now; `wait`: a place on the waiting list. */
export const trainingActs = ['register', 'wait', 'finish', 'certificate', 'review', 'withdraw'] as const;
export type TrainingAct = (typeof trainingActs)[number];

/** Where somebody stands with a training, up to its certificate being looked at (`checking`) and counted. */
export type TrainingStanding = 'none' | 'waiting' | 'registered' | 'finished' | 'checking' | 'certified';

/**
 * A training as one employee sees it. `left`: seats nobody has or waits for, null where there is room for everybody; `nth`: their place on
 * the waiting list; `ends`: the last day to register; `due`: by when they are to be done; `clash`: another training of
 * theirs on the same days; `owedBy`: why it is their duty.
 */
export type TrainingCard = {
  code: string;
  title: string;
  provider: string;
  sponsor: string | null;
  form: TrainingForm;
  jp: Jp;
  startsOn: LocalDate | null;
  endsOn: LocalDate | null;
  place: string | null;
  url: string | null;
  ends: LocalDate | null;
  due: LocalDate | null;
  quota: number | null;
  left: number | null;
  waiting: number;
  nth: number | null;
  standing: TrainingStanding;
  byOffice: boolean;
  owedBy: 'unit' | 'position' | null;
  closed: boolean;
  /** It has begun or ended, so that nobody moves up any more. */
  over: boolean;
  clash: string | null;
  may: TrainingAct[];
};

/** What a card is made of beside the record; `nth` and `owedBy` as there. */
export type CardFacts = {
  seating: Seating;
  record: Pick<TrainingRecord, 'enrolments' | 'certificates' | 'owed'>;
  catalogue: ReadonlyMap<string, Training>;
  nth: number | null;
  owedBy: 'unit' | 'position' | null;
};

const standingOf = ({ record, seating: { training } }: CardFacts): TrainingStanding => {
  const papers = record.certificates.filter((one) => one.training === training.code);
  if (papers.some(({ status }) => status === 'sah')) return 'certified';
  if (papers.some(({ status }) => status === 'menunggu')) return 'checking';
  const mine = record.enrolments.find((one) => one.training === training.code);
  if (!mine || mine.state === 'withdrawn') return 'none';
  if (mine.state === 'waiting') return 'waiting';
  return mine.finishedOn === null ? 'registered' : 'finished';
};

type Days = { startsOn: LocalDate; endsOn: LocalDate };

const daysOf = (training: Training | undefined): Days | undefined =>
  training?.startsOn
    ? { startsOn: training.startsOn, endsOn: training.endsOn ?? training.startsOn }
    : undefined;

/** Another training that somebody takes part in on the same days; only a note, for people know their own days. */
const clashOf = ({ seating: { training }, record, catalogue }: CardFacts): string | null => {
  const here = daysOf(training);
  if (!here) return null;
  const other = record.enrolments.find((one) => {
    const there = daysOf(catalogue.get(one.training));
    return (
      one.training !== training.code &&
      one.state === 'registered' &&
      one.finishedOn === null &&
      there !== undefined &&
      there.startsOn <= here.endsOn &&
      here.startsOn <= there.endsOn
    );
  });
  return other ? (catalogue.get(other.training)?.title ?? null) : null;
};

const actsOf = (facts: CardFacts, mine: Enrolment | undefined): TrainingAct[] => {
  const { seating, record } = facts;
  const { training, certified, today } = seating;
  const comes = enrolling(seating);
  const begun = training.startsOn === null || training.startsOn <= today;
  const owed = record.owed.includes(training.code);
  const papers = !certified && begun && (mine?.state === 'registered' || (owed && mine?.state !== 'waiting'));
  const may: { [act in TrainingAct]: boolean } = {
    register: comes === 'registered',
    wait: comes === 'waiting',
    finish: !certified && mayFinish(seating),
    certificate: papers,
    review: reviewing(mine) === 'open',
    withdraw: mayWithdraw(seating),
  };
  return trainingActs.filter((act) => may[act]);
};

/** Puts a card together; it promises nothing, for a seat is given under a lock. */
export const trainingCard = (facts: CardFacts): TrainingCard => {
  const { seating, record, nth, owedBy } = facts;
  const { training, taken, waiting } = seating;
  const mine = record.enrolments.find((one) => one.training === training.code);
  const may = actsOf(facts, mine);
  const left = seatsLeft(training, taken);
  return {
    code: training.code,
    title: training.title,
    provider: training.provider,
    sponsor: training.sponsor,
    form: training.form,
    jp: training.jp,
    startsOn: training.startsOn,
    endsOn: training.endsOn,
    place: training.place,
    url: training.url,
    ends: registrationEnds(training),
    due: mine?.completeBy ?? completionDue(training),
    quota: training.quota,
    left: left === null ? null : Math.max(0, left - waiting),
    waiting,
    nth,
    standing: standingOf(facts),
    byOffice: mine?.source === 'office',
    owedBy,
    closed: enrolling(seating) === 'closed',
    over: !stillSeats(training, seating.today),
    clash: may.includes('register') || may.includes('wait') ? clashOf(facts) : null,
    may,
  };
};
