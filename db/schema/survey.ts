import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { elements } from '../../bot/domain/skm/elements.ts';
import { respondentFields } from '../../bot/domain/skm/survey-form.ts';
import { unit } from './agency.ts';
import { bytes, instant } from './columns.ts';
import { contact } from './contact.ts';
import { employee } from './employee.ts';
import { ofUnit } from './refers.ts';
import { service } from './service.ts';

const ofService = () => text('service_code').references(() => service.code);

/** Where a filled form rests, sealed, until the nightly shuffle. Nothing in it says who filled it. */
export const skmUrn = pgTable('skm_urn', {
  id: uuid().primaryKey(),
  kind: text({ enum: ['survey', 'quick'] }).notNull(),
  serviceCode: ofService().notNull(),
  at: instant().notNull(),
  sealed: bytes().notNull(),
});

/**
 * That a contact has rated a service in a survey period: a keyed hash of the three and nothing else, written anew each
 * night in the hash's order, so that neither place nor transaction tells when it came. `ends`: the period's last day.
 */
export const skmMark = pgTable('skm_mark', {
  hash: bytes().primaryKey(),
  ends: date().notNull(),
});

const answer = (element: (typeof elements)[number]) => smallint(element);

/**
 * A counted form, without a person. `countedOn` is the day reports go by: of a paper form its own; of one from the chat
 * the last day of its survey period until five of its service are there, then a day of that month, dealt out by lot.
 * `shownOn` is the day public figures go by, and null until then, so that figures move by five at least (decision 007).
 */
export const skmAnswer = pgTable(
  'skm_answer',
  {
    id: uuid().primaryKey().default(sql`gen_random_uuid()`),
    unitCode: ofUnit(),
    serviceCode: ofService(),
    source: text({ enum: ['chat', 'paper'] }).notNull(),
    countedOn: date('counted_on').notNull(),
    shownOn: date('shown_on'),
    persyaratan: answer('persyaratan'),
    prosedur: answer('prosedur'),
    waktu: answer('waktu'),
    biaya: answer('biaya'),
    produk: answer('produk'),
    kompetensi: answer('kompetensi'),
    perilaku: answer('perilaku'),
    pengaduan: answer('pengaduan'),
    sarana: answer('sarana'),
    sex: text({ enum: respondentFields.sex }),
    age: text({ enum: respondentFields.age }),
    education: text({ enum: respondentFields.education }),
    work: text({ enum: respondentFields.work }),
    /** What was odd (`bot/domain/skm/suspicion.ts`); it counts all the same. */
    flags: text().array().notNull().default(sql`'{}'`),
  },
  (table) => [
    index('skm_answer_unit').on(table.unitCode, table.countedOn),
    index('skm_answer_waiting').on(table.serviceCode).where(sql`${table.shownOn} is null`),
    check(
      'skm_answer_scale',
      sql.raw(
        `num_nonnulls(${elements.join(', ')}) > 0 and ${elements.map((element) => `coalesce(${element}, 1) between 1 and 4`).join(' and ')}`,
      ),
    ),
  ],
);

/**
 * The counted forms added up, kept by triggers on `skm_answer`, so that the index of a year is read in a moment; what is
 * left when the forms themselves are old. Of each element the sum of its answers and how many there are.
 */
export const skmTally = pgTable(
  'skm_tally',
  {
    unitCode: text('unit_code').notNull(),
    serviceCode: text('service_code'),
    countedOn: date('counted_on').notNull(),
    shownOn: date('shown_on'),
    flagged: boolean().notNull(),
    respondents: integer().notNull(),
    sums: bigint({ mode: 'number' }).array().notNull(),
    counts: bigint({ mode: 'number' }).array().notNull(),
  },
  (table) => [
    unique('skm_tally_key')
      .on(table.unitCode, table.countedOn, table.serviceCode, table.shownOn, table.flagged)
      .nullsNotDistinct(),
  ],
);

/** The one question for whoever has no time for nine; kept apart from the index. */
export const skmQuick = pgTable('skm_quick', {
  id: uuid().primaryKey().default(sql`gen_random_uuid()`),
  unitCode: ofUnit(),
  serviceCode: ofService().notNull(),
  countedOn: date('counted_on').notNull(),
  shownOn: date('shown_on'),
  score: smallint().notNull(),
});

/** What somebody wrote under a survey, cleaned of names and numbers, apart from their answers; told to the office weekly. */
export const skmComment = pgTable('skm_comment', {
  id: uuid().primaryKey().default(sql`gen_random_uuid()`),
  unitCode: ofUnit(),
  serviceCode: ofService(),
  /** The Monday of the week in which it was moved here. */
  week: date().notNull(),
  sealed: bytes().notNull(),
  told: boolean().notNull().default(false),
});

/** Paper forms that were taken in: a hash of each row, so that the same file changes nothing the second time. */
export const skmPaper = pgTable('skm_paper', {
  hash: bytes().primaryKey(),
});

/** *Anda bilang, kami lakukan*: what people said and what the office changed, for everybody to read. */
export const skmChange = pgTable(
  'skm_change',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    unitCode: ofUnit(),
    serviceCode: ofService(),
    said: text().notNull(),
    done: text().notNull(),
    at: instant().notNull(),
    employeeId: bigint('employee_id', { mode: 'number' }).references(() => employee.id, {
      onDelete: 'set null',
    }),
  },
  (table) => [index('skm_change_unit').on(table.unitCode, table.at)],
);

/** Who wants to hear what an office changes. Nothing here says that they rated it, or how. */
export const skmWish = pgTable(
  'skm_wish',
  {
    contactId: bigint('contact_id', { mode: 'number' })
      .notNull()
      .references(() => contact.id, { onDelete: 'cascade' }),
    unitCode: ofUnit(),
    since: date().notNull(),
  },
  (table) => [primaryKey({ columns: [table.contactId, table.unitCode] })],
);

/**
 * After a low score: somebody said yes to being asked further. The complaints officer of the office and they talk through
 * us, unnamed; nothing leads from here to the answers.
 */
export const skmThread = pgTable(
  'skm_thread',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    number: text().notNull().unique(),
    contactId: bigint('contact_id', { mode: 'number' }).references(() => contact.id, {
      onDelete: 'set null',
    }),
    locale: text().notNull(),
    unitCode: ofUnit(),
    serviceCode: ofService().notNull(),
    openedAt: instant('opened_at').notNull(),
    state: text({ enum: ['open', 'asked', 'answered', 'closed'] })
      .notNull()
      .default('open'),
    takenBy: bigint('taken_by', { mode: 'number' }).references(() => employee.id, { onDelete: 'set null' }),
    /** When officers on duty were told. */
    toldAt: instant('told_at'),
    lastAt: instant('last_at').notNull(),
  },
  (table) => [index('skm_thread_open').on(table.unitCode).where(sql`${table.state} <> 'closed'`)],
);

/** One message of such a talk, sealed. */
export const skmLine = pgTable(
  'skm_line',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    threadId: bigint('thread_id', { mode: 'number' })
      .notNull()
      .references(() => skmThread.id, { onDelete: 'cascade' }),
    from: text('from_whom', { enum: ['citizen', 'officer'] }).notNull(),
    sealed: bytes().notNull(),
    at: instant().notNull(),
  },
  (table) => [index('skm_line_thread').on(table.threadId, table.id)],
);

/** A training module proposed to an office, since an element was low in two periods running. */
export const skmProposal = pgTable(
  'skm_proposal',
  {
    unitCode: ofUnit(),
    element: text({ enum: elements }).notNull(),
    /** The second of the two periods, as exports name it. */
    period: text().notNull(),
    /** The element's value then, to two decimals. */
    value: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.unitCode, table.element, table.period] })],
);

/** A question people ask and its checked answer (`/tanya`); of one office, or of the whole city. */
export const knownAnswer = pgTable('known_answer', {
  code: text().primaryKey(),
  unitCode: text('unit_code').references(() => unit.code),
  question: text().notNull(),
  answer: text().notNull(),
  keywords: text().array().notNull().default(sql`'{}'`),
  /** When a person checked it last. */
  checkedOn: date('checked_on').notNull(),
  active: boolean().notNull().default(true),
});
