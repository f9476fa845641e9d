import { literal, say, type Text } from '../../../conversation/reply.ts';
import type { NomineeCard, NomineeRecord, Told } from '../../../domain/award/nomination-reads.ts';
import { jpWords, shortTitle } from '../../../domain/training/short-title.ts';

const comma = (number: string): string => number.replace('.', ',');

const listed = (texts: readonly Text[]): Text => ({ join: texts, by: ', ' });

/** Where a nominee stands, in one sentence. */
const stateOf = ({ consent, forwarded, verdict, sawRecord }: NomineeCard): Text => {
  if (consent === 'declined') return say('nominee.state.declined');
  if (verdict !== null) return say(`nominee.state.${verdict}`);
  if (consent === null) return say('nominee.state.asked-consent');
  if (sawRecord) return say('nominee.state.saw-record');
  return say(forwarded ? 'nominee.state.forwarded' : 'nominee.state.waits');
};

/** What somebody is named for, and every rule by its name with how it stands. */
export const cardText = (card: NomineeCard): Text => {
  const { title, category, unit, named, values, rules, innovation } = card;
  const head = [
    say('nominee.card', {
      title,
      category: say(`award.category.${category}`),
      unit: literal(shortTitle(unit, 60)),
    }),
    ...(named > 0
      ? [
          say('nominee.named-by', {
            count: named,
            values: listed(values.map((value) => say(`award.value.${value}`))),
          }),
        ]
      : []),
    stateOf(card),
    ...(innovation === null ? [] : [say('nominee.innovation', { detail: literal(innovation) })]),
  ];
  const judged = rules.map(({ name, judged: how }) =>
    say('nominee.rule', { what: say(`award.rule.${name}`), status: say(`award.judged.${how}`) }),
  );
  return {
    join: [
      { join: head, by: '\n' },
      { join: [say('nominee.rules'), ...judged], by: '\n' },
    ],
    by: '\n\n',
  };
};

const evidenceLines = ({ evidence }: NomineeRecord): Text[] => {
  if (!evidence) return [];
  const { unit, person } = evidence;
  return [
    say('nominee.record.mentoring', { jp: jpWords(person.mentoring) }),
    ...(unit.ikm
      ? [say('nominee.record.ikm', { value: comma(unit.ikm.value), count: unit.ikm.respondents })]
      : []),
    ...(unit.onTime
      ? [say('nominee.record.on-time', { value: comma(unit.onTime.percent), count: unit.onTime.reports })]
      : []),
  ];
};

/** The record as the committee sees it, and whether it is right. */
export const recordText = (record: NomineeRecord, year: number, asks: boolean): Text => {
  const unsaid = say('award.judged.unknown');
  const { predicates, attendance, jp } = record;
  return {
    join: [
      say('nominee.record'),
      ...predicates.map((one) =>
        say('nominee.record.predicate', {
          year: one.year,
          what: one.predicate ? say(`penghargaan.predicate.${one.predicate}`) : unsaid,
        }),
      ),
      say('nominee.record.attendance', {
        what: attendance === null ? unsaid : literal(`${comma(attendance)} %`),
      }),
      say('nominee.record.jp', { year, jp: jpWords(jp) }),
      ...evidenceLines(record),
      ...(asks ? [say('nominee.record.ask')] : []),
    ],
    by: '\n',
  };
};

/** What a colleague told, shortened; nobody's name stands beside it. */
export const storyLine = ({ value, story }: Told): Text =>
  say('nominee.story', { value: say(`award.value.${value}`), detail: literal(shortTitle(story, 160)) });
