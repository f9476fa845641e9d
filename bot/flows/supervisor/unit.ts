import { fact, form } from '../../conversation/form.ts';
import type { Question } from '../../conversation/question.ts';
import { pick } from '../../conversation/questions/pick.ts';
import { type Choice, literal, type Reply, say } from '../../conversation/reply.ts';
import type { Oversight, UnitView } from '../../domain/training/unit-view.ts';
import { wordsOf } from '../../domain/words.ts';
import { readPaged, turnsOf } from './paged.ts';
import { unitText } from './unit-words.ts';

type Answers = { unit: string; page: number };
type Facts = { oversight: Oversight | null; view: UnitView | null };

/** One's own people, and those of the personnel office's list; no unit has such a code. */
const mine = '.';
const unreached = '..';

/** So many stand on one page; the read that gives them says the same. */
const perPage = 6;

const unitQuestion = ({ own, units }: Oversight): Question<string> => {
  const asked = pick<string>({
    text: say('unit.which'),
    choices: [
      ...(own ? [{ id: mine, label: say('button.unit.mine') }] : []),
      { id: unreached, label: say('button.unit.unreached') },
      ...units.map(({ code, name, people }) => ({
        id: code,
        label: literal(`${name} (${people})`),
        short: literal(name),
      })),
    ],
    columns: 1,
  });
  return {
    ...asked,
    hear: {
      ...asked.hear,
      text: ({ text }) => {
        const said = wordsOf(text);
        const found = units.filter(({ name }) => {
          const known = wordsOf(name);
          return said.length > 0 && said.every((word) => known.includes(word));
        });
        const [only] = found;
        return only && found.length === 1 ? { answer: only.code } : { again: say('unit.unclear') };
      },
    },
  };
};

const shown = (view: UnitView, wide: boolean): Reply => {
  const { unit, page, listed, oldest, lines, skills, goal } = view;
  const last = Math.max(0, Math.ceil(listed / perPage) - 1);
  const judge: Choice[] =
    oldest === null ? [] : [{ id: `go:certificate-judge:${oldest}`, label: say('button.unit.judge') }];
  return {
    text: unitText(view),
    choices: [
      ...lines.map(({ id, name }) => ({ id: `go:unit-person:${id}`, label: literal(name) })),
      ...turnsOf(`go:unit:${unit?.code ?? mine}`, page, last),
      ...judge,
      ...(skills
        ? [{ id: `go:unit-skills${unit ? `:${unit.code}` : ''}`, label: say('button.unit.skills') }]
        : []),
      ...(goal ? [{ id: `go:coaching:${goal.id}`, label: say('button.coaching.look') }] : []),
      ...(wide ? [{ id: 'go:unit', label: say('button.unit.other') }] : []),
    ],
    columns: 1,
  };
};

/**
 * `/unit`: how learning stands with the people one looks after, and who could use a hand, each with a button to their card.
 * The personnel office chooses a unit first, by tap or by words of its name.
 */
export const unit = form<Answers, Facts>({
  id: 'unit',
  work: true,
  /** Buttons name a unit and a page; words behind the command are no code. */
  starts: (argument) => {
    const { of, page } = readPaged(argument);
    return /\s\d+$/.test(argument) ? { unit: of, page } : {};
  },
  facts: {
    oversight: fact<Answers, Oversight | null, true>({
      of: () => true,
      read: (reads) => reads.oversight(),
    }),
    view: fact<Answers, UnitView | null, { unit: string; page: number }>({
      of: ({ unit: asked = mine, page = 0 }) => (asked === unreached ? undefined : { unit: asked, page }),
      read: (reads, { unit: asked, page }) => reads.unitView({ unit: asked === mine ? null : asked, page }),
    }),
  },
  questions: ({ facts: { oversight } }) =>
    oversight && oversight.units.length > 0 ? { unit: unitQuestion(oversight) } : {},
  ends: ({ facts: { oversight } }) =>
    oversight === null ? { say: [{ text: say('unit.not-yours') }] } : undefined,
  finish: ({ answers: { unit: asked }, facts: { oversight, view } }) => {
    if (asked === unreached) return { say: [], next: { form: 'unreached' } };
    if (!view) return { say: [{ text: say('unit.not-yours') }] };
    return { say: [shown(view, (oversight?.units.length ?? 0) > 0)] };
  },
  draft: () => undefined,
});
