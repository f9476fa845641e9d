import { sql } from 'drizzle-orm';
import { localDate } from '../../bot/domain/local-date.ts';
import { mayGiveCode } from '../../bot/domain/permissions/may-give-code.ts';
import { similar } from '../../bot/domain/report.ts';
import type { City, Session } from '../../bot/ports.ts';
import type { CodeHolder, Reads, ReportLine, Similar, StaffRecord } from '../../bot/reads.ts';
import type { Database } from '../database.ts';
import { messageName } from '../message-name.ts';
import { prepared } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { lookAtCode } from '../stores/activation.ts';
import { lookAtPin } from '../stores/pin.ts';
import { toSnooze } from '../stores/reminders.ts';
import { createCommitteeReads } from './award/committee-reads.ts';
import { createNominationReads } from './award/nomination-reads.ts';
import { createResultReads } from './award/result-reads.ts';
import { createVoteReads } from './award/vote-reads.ts';
import { caseView } from './case-view.ts';
import { changeTeller } from './change-tellers.ts';
import { createCoachingReads } from './coaching/coaching-reads.ts';
import { createExerciseReads } from './exercise/exercise-reads.ts';
import { deskOf } from './group.ts';
import { answerersThere, handOverView } from './hand-over.ts';
import { identityDesk } from './identity-opening.ts';
import { answersTo } from './known-answers.ts';
import { leaveOf } from './leave.ts';
import { lookAtMain, mainCandidates } from './main-report.ts';
import { createModuleReads } from './modules/module-reads.ts';
import { createRecallReads } from './modules/recall.ts';
import { myCases } from './my-cases.ts';
import { ownChats, wroteReport } from './own-chats.ts';
import { readOwnCopy } from './own-copy.ts';
import { readOwnData, readRightsCase } from './own-data.ts';
import { createSelfCheckReads } from './paths/self-check-reads.ts';
import { chatsOfPerson, lookAtPairing } from './person.ts';
import { publicationFor } from './publication.ts';
import { ratable } from './ratable.ts';
import { reportView } from './report-view.ts';
import { serviceOffices, servicesLike, servicesOf, serviceView } from './services.ts';
import { surveyFigure } from './skm-figure.ts';
import { ownThread, raterThread } from './survey-thread.ts';
import { askable } from './survey-thread-askable.ts';
import { templatesFor } from './templates.ts';
import { trailOf } from './trail.ts';
import { attendanceOfferFor, lookAtAttendance } from './training/attendance.ts';
import { createCertificateReads } from './training/certificate-reads.ts';
import { lookAtCalendar } from './training/feed.ts';
import { myTrainingOf } from './training/my-training.ts';
import { reviewLook } from './training/review.ts';
import { trainingCardOf } from './training/training-card.ts';
import { trainingOffers } from './training/training-offers.ts';
import { createUnitReads } from './training/unit-reads.ts';

const p = sql.placeholder;

const likeCategories = prepared<{ key: string }>(sql`select key from (
      select key, ts_rank(to_tsvector('indonesian', array_to_string(keywords, ' ') || ' ' || label),
        replace(plainto_tsquery('indonesian', ${p('words')})::text, '&', '|')::tsquery) as rank
      from category) ranked
    where rank > 0 order by rank desc, key limit 3`);

const likeRegions = prepared<{
  code: string;
}>(sql`select code from region where level in ('kelurahan', 'desa') and word_similarity(name, ${p('words')}) > 0.55
    order by word_similarity(name, ${p('words')}) desc, code limit 4`);

const nearReports =
  prepared<Similar>(sql`select ticket, metres::int as metres, days::int as days, state from (
      select ticket, state, received_at,
        extract(day from ${p('now')}::timestamptz - received_at) as days,
        2 * 6371008.8 * asin(least(1, sqrt(power(sin(radians(lat - ${p('lat')}::float8) / 2), 2)
          + cos(radians(lat)) * cos(radians(${p('lat')}::float8)) * power(sin(radians(lng - ${p('lng')}::float8) / 2), 2)))) as metres
      from report r
      where category = ${p('category')} and not confidential and not ${wroteReport}
        and state not in ('selesai', 'bukan_wewenang', 'diarsipkan', 'digabung')
        and received_at > ${p('now')}::timestamptz - make_interval(days => ${p('withinDays')}::int)
        and lat between ${p('lat')}::float8 - ${p('degrees')}::float8 and ${p('lat')}::float8 + ${p('degrees')}::float8
        and lng between ${p('lng')}::float8 - ${p('degrees')}::float8 * 1.2 and ${p('lng')}::float8 + ${p('degrees')}::float8 * 1.2
    ) near where metres <= ${p('metres')} order by metres, received_at desc limit ${p('most')}`);

const ownReports = prepared<
  ReportLine & { at: string }
>(sql`select r.ticket, r.category, r.state, r.received_at as at from report r
    where r.reporter_id = any(array${ownChats}) and ${wroteReport}
    union
    select r.ticket, r.category, r.state, r.received_at from report r join follower f on f.report_id = r.id
    where f.contact_id = any(array${ownChats})
    order by at desc limit 20`);

/** Sensitive reports are never asked about where anybody may look on; they are answered in their own thread. */
const askedReport = prepared<{ ticket: string }>(sql`
select r.ticket from report r join category c on c.key = r.category
where r.reporter_id = any(array${ownChats}) and r.state = 'menunggu_warga' and c.sensitive = 'none'
order by r.received_at desc, r.id desc limit 1`);

const ownRecord =
  prepared<StaffRecord>(sql`select e.name, e.position, u.name as unit, l.since from staff_link l
    join employee e on e.id = l.employee_id join unit u on u.code = e.unit_code
    where l.contact_id = ${p('contact')} and l.ended_at is null and e.active`);

const findHolder =
  prepared<CodeHolder>(sql`select e.name, u.name as unit from employee e join unit u on u.code = e.unit_code
    where e.nip = ${p('nip')} and e.active`);

const shownSubject = prepared<{ about: string }>(
  sql`select about from shown where contact_id = ${p('contact')} and message = ${p('message')}`,
);

/** Metres to degrees of latitude, a little too many: the box only narrows what haversine then measures. */
const metresPerDegree = 110_000;

/** What one contact's conversation may ask of the database; it sees what its person wrote and follows, and of others what is public. */
export const createReads =
  ({ sql: pool }: Pick<Database, 'sql'>, seal: Seal, city: () => City, now: () => Date) =>
  (session: Session): Reads => {
    const contact = session.contact.id;
    return {
      ...createCertificateReads(pool, city, { contact, now }),
      ...createUnitReads(pool, city, { contact, now }),
      ...createNominationReads(pool, seal, city, { contact, now }),
      ...createCommitteeReads(pool, seal, city, { contact, now }),
      ...createResultReads(pool, seal, city, { contact, now }),
      ...createCoachingReads(pool, city, { contact, now }),
      ...createExerciseReads(pool, seal, city, { contact }),
      ...createRecallReads(pool, city, { contact, now }),
      ...createModuleReads(pool, city, { contact, now }),
      ...createVoteReads(pool, seal, city, { contact, now }),
      ...createSelfCheckReads(pool, city, { contact, now }),
      suggestCategories: async (words) => (await likeCategories(pool, { words })).map(({ key }) => key),
      regionsLike: async (words) => (await likeRegions(pool, { words })).map(({ code }) => code),
      similarReports: async ({ category, lat, lon }) => [
        ...(await nearReports(pool, {
          contact,
          category,
          lat,
          lng: lon,
          now: now().toISOString(),
          withinDays: similar.withinDays,
          metres: similar.radiusMetres,
          degrees: similar.radiusMetres / metresPerDegree,
          most: similar.atMost,
        })),
      ],
      myReports: async () =>
        (await ownReports(pool, { contact })).map(({ ticket, category, state, at }) => ({
          ticket,
          category,
          state,
          received: localDate(new Date(at), city().agency.zone),
        })),
      report: (ticket) => reportView(pool, seal, city(), { ticket, contact, now: now() }),
      answerers: () => answerersThere(pool, city(), now()),
      handOver: (number) => handOverView(pool, seal, city(), { number, contact }),
      askable: (service) => askable(pool, seal, city(), { service, contact, now: now() }),
      raterThread: (number) => raterThread(pool, seal, city(), { number, contact, now: now() }),
      ownThread: (number) => ownThread(pool, seal, { number, contact }),
      askedOf: async () => (await askedReport(pool, { contact }))[0]?.ticket ?? null,
      lookAtCode: async (code) => {
        const { fits, tried } = await lookAtCode(pool, seal, { code, contact, now: now() });
        return { fits, tried: tried.map((at) => at.toISOString()) };
      },
      myChats: () => chatsOfPerson(pool, contact),
      lookAtPairing: (code) => lookAtPairing(pool, seal, { code, contact, now: now() }),
      ownData: () => readOwnData(pool, session, city().agency.zone),
      ownCopy: () => readOwnCopy(pool, seal, city(), contact),
      rightsCase: (number) => readRightsCase(pool, seal, { contact, number, zone: city().agency.zone }),
      codeHolder: async (nip) => {
        const desk = await deskOf(pool, city(), contact);
        return desk && mayGiveCode(desk) ? ((await findHolder(pool, { nip }))[0] ?? null) : null;
      },
      myRecord: async () => {
        const [mine] = await ownRecord(pool, { contact });
        return mine ? { ...mine, since: localDate(new Date(mine.since), city().agency.zone) } : null;
      },
      caseFor: (ticket) => caseView(pool, seal, city(), { ticket, contact, now: now() }),
      myCases: () => myCases(pool, seal, city(), { contact, now: now() }),
      mainCandidates: (ticket) => mainCandidates(pool, seal, city(), { ticket, contact }),
      myLeave: () => leaveOf(pool, city(), { contact, now: now() }),
      publication: (ticket) => publicationFor(pool, seal, city(), { ticket, contact }),
      templates: () => templatesFor(pool, city(), contact),
      serviceOffices: () => serviceOffices(pool),
      servicesOf: (unit) => servicesOf(pool, unit),
      servicesLike: (words) => servicesLike(pool, city(), words),
      answersTo: (words) => answersTo(pool, city(), words),
      service: (code) => serviceView(pool, code),
      myTraining: () => myTrainingOf(pool, city(), { contact, now: now() }),
      trainingOffers: (wish) => trainingOffers(pool, city(), { contact, wish, now: now() }),
      training: (training) => trainingCardOf(pool, city(), { contact, training, now: now() }),
      ratable: (code) => ratable(pool, seal, city(), { code, contact, now: now() }),
      changeOffices: async () => (await changeTeller(pool, city(), contact))?.offices ?? [],
      toSnooze: () => toSnooze(pool, city(), { contact, now: now() }),
      surveyFigure: (service) => surveyFigure(pool, city(), service, now()),
      attendance: (code) => lookAtAttendance(pool, seal, city(), { code, contact, now: now() }),
      attendanceOffer: (training) => attendanceOfferFor(pool, city(), { training, contact, now: now() }),
      trainingReview: (training) => reviewLook(pool, { training, contact }),
      myCalendar: () => lookAtCalendar(pool, contact),
      lookAtMain: (pair) => lookAtMain(pool, seal, city(), { ...pair, contact }),
      myDesk: () => deskOf(pool, city(), contact),
      lookAtPin: (pin) => lookAtPin(pool, seal, { contact, pin }),
      trailOf: (ticket) => trailOf(pool, seal, city(), { ticket, contact }),
      openingOf: async (ticket) =>
        (await identityDesk(pool, seal, city(), { ticket, contact, now: now() }))?.view ?? null,
      subjectOf: async (message) => {
        const named = messageName(seal, session.contact.address.channel, message);
        return (await shownSubject(pool, { contact, message: named }))[0]?.about ?? null;
      },
    };
  };
