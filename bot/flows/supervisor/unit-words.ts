import { literal, say, type Text } from '../../conversation/reply.ts';
import type { Need } from '../../domain/training/help-needed.ts';
import { soonDays } from '../../domain/training/help-needed.ts';
import type { Jp } from '../../domain/training/jp.ts';
import { jpWords, shortTitle } from '../../domain/training/short-title.ts';
import type { JpDuty } from '../../domain/training/training-rules.ts';
import type { PersonView, UnitLine, UnitView } from '../../domain/training/unit-view.ts';
import { yearBar } from '../asn/year-bar.ts';
import { goalLine } from './coaching-words.ts';

/** So long are titles in a list: several stand below each other. */
const titleMost = 48;

/** Open items on a card; the rest is counted. */
const itemsMost = 5;

const titled = (about: string): Text => literal(shortTitle(about, titleMost));

const hours = (verified: Jp, duty: JpDuty): Text =>
  duty.is === 'target'
    ? say('unit.jp.target', { jp: jpWords(verified), target: jpWords(duty.jp) })
    : say('unit.jp.plain', { jp: jpWords(verified) });

const needText = ({ is, kind, about, on }: Need): Text => {
  const blanks = { title: titled(about), date: { date: on } };
  if (is === 'behind') return say('unit.behind', blanks);
  switch (kind) {
    case 'register':
      return say('unit.soon.register', blanks);
    case 'complete':
      return say(is === 'late' ? 'unit.late.complete' : 'unit.soon.complete', blanks);
    case 'certificate':
      return say(is === 'late' ? 'unit.late.certificate' : 'unit.soon.certificate', blanks);
    case 'jp_pace':
      return say('unit.soon.jp_pace', blanks);
    default:
      return kind satisfies never;
  }
};

const row = ({ name, verified, duty, need }: UnitLine): Text =>
  say('unit.line', { name: literal(shortTitle(name, 40)), jp: hours(verified, duty), what: needText(need) });

const title = ({ unit }: UnitView): Text =>
  unit ? say('unit.title', { unit: literal(unit.name) }) : say('unit.title-own');

/** How learning stands in a unit, and one page of who could use a hand; nobody is ranked, and nobody else is named. */
export const unitText = (view: UnitView): Text => {
  const { people, owing, reached, behind, due, waiting, lines, skills, goal } = view;
  const shared = goal ? [goalLine(goal)] : [];
  if (people === 0) return { join: [title(view), say('unit.none'), ...shared], by: '\n' };
  const figures: Text[] = [
    title(view),
    ...(owing > 0
      ? [say('unit.reached', { bar: yearBar(reached, owing), count: reached, people: owing })]
      : []),
    ...(lines.length > 0 ? [say('unit.counts', { behind, days: soonDays, due })] : []),
    ...(waiting > 0 ? [say('unit.waiting', { count: waiting })] : []),
    ...(skills ? [say('unit.skills.line', { count: skills })] : []),
    ...shared,
  ];
  return {
    join: [
      { join: figures, by: '\n' },
      lines.length > 0 ? { join: lines.map(row), by: '\n' } : say('unit.all-well'),
    ],
    by: '\n\n',
  };
};

const yearText = ({ verified, duty }: PersonView): Text => {
  const jp = jpWords(verified);
  switch (duty.is) {
    case 'target':
      return say('unit.person.target', {
        bar: yearBar(verified, duty.jp),
        jp,
        target: jpWords(duty.jp),
      });
    case 'ceiling':
      return say('unit.person.ceiling', { jp, target: jpWords(duty.jp) });
    case 'none':
      return say('unit.person.plain', { jp });
    default:
      return duty satisfies never;
  }
};

const leftText = (left: number): Text => {
  if (left === 0) return say('unit.left.today');
  return left < 0 ? say('unit.left.late', { days: -left }) : say('unit.left.days', { days: left });
};

const itemText = ({ kind, about, left }: PersonView['items'][number]): Text =>
  say('unit.person.item', {
    what: say(`unit.item.${kind}`, { title: titled(about) }),
    when: leftText(left),
  });

const openText = ({ items }: PersonView): Text =>
  items.length === 0
    ? say('unit.person.nothing')
    : {
        join: [
          say('unit.person.open'),
          ...items.slice(0, itemsMost).map(itemText),
          ...(items.length > itemsMost ? [say('unit.person.more', { count: items.length - itemsMost })] : []),
        ],
        by: '\n',
      };

/** A colleague's card: their year, what is open, and whether they can be reached. */
export const personText = (view: PersonView): Text => {
  const { name, position, unit, waiting, reach, greeted } = view;
  return {
    join: [
      say('unit.person', { name: literal(name), position: literal(position), unit: literal(unit) }),
      {
        join: [
          yearText(view),
          ...(waiting > 0 ? [say('unit.person.waiting', { jp: jpWords(waiting) })] : []),
        ],
        by: '\n',
      },
      openText(view),
      ...(reach ? [] : [say('unit.person.unreached')]),
      ...(reach && greeted ? [say('unit.person.greeted')] : []),
    ],
    by: '\n\n',
  };
};
