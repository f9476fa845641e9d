import { fact, form } from '../../conversation/form.ts';
import { type Choice, literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import { jpWords, shortTitle } from '../../domain/training/short-title.ts';
import type { PersonCertificate, PersonView } from '../../domain/training/unit-view.ts';
import { pageOfList, readPaged } from './paged.ts';
import { personText } from './unit-words.ts';

type Answers = { id: number; page: number };
type Facts = { person: PersonView | null };

const person = fact<Answers, PersonView | null, number>({
  of: ({ id }) => id,
  read: (reads, id) => reads.unitPerson(id),
});

const starts = (argument: string): Answers => {
  const { of, page } = readPaged(argument);
  return { id: Math.max(0, Math.trunc(Number(of) || 0)), page };
};

/** Nobody is told whether a number they may not see is anybody's. */
export const nobody: Reply = {
  text: say('unit.person.none'),
  choices: [{ id: 'go:unit', label: say('button.unit.back') }],
};

const waysOn = ({ id, reach, greeted, items, certificates, may }: PersonView): Choice[] => [
  ...(may.enrol && reach && !greeted && items.some(({ spoken }) => !spoken)
    ? [{ id: `go:kind-word:${id}`, label: say('button.kind-word') }]
    : []),
  ...(may.enrol ? [{ id: `go:enrol:${id}`, label: say('button.enrol') }] : []),
  ...(certificates.length > 0
    ? [{ id: `go:unit-papers:${id}`, label: say('button.unit.certificates') }]
    : []),
  { id: 'go:unit', label: say('button.unit.back') },
];

/** A colleague as whoever looks after their learning sees them, and what can be done for them with one tap. */
export const unitPerson = form<Answers, Facts>({
  id: 'unit-person',
  work: true,
  starts,
  facts: { person },
  questions: () => ({}),
  finish: ({ facts }) => ({
    say: [facts.person ? { text: personText(facts.person), choices: waysOn(facts.person) } : nobody],
  }),
  draft: () => undefined,
});

const perPage = 6;

const line = ({ title, jp, date, status }: PersonCertificate): Text =>
  say('unit.certificate', {
    title: literal(shortTitle(title, 60)),
    jp: jpWords(jp),
    date: { date, year: true },
    what: say(`unit.certificate.${status}`),
  });

/** A colleague's certificates, the newest first, each with a button to what can be decided about it. */
export const unitCertificates = form<Answers, Facts>({
  id: 'unit-papers',
  work: true,
  starts,
  facts: { person },
  questions: () => ({}),
  finish: ({ answers: { page = 0 }, facts }) => {
    if (!facts.person) return { say: [nobody] };
    const { id, name, certificates, may } = facts.person;
    const back = { id: `go:unit-person:${id}`, label: say('button.unit.person') };
    if (certificates.length === 0)
      return {
        say: [{ text: say('unit.certificates.none', { name: literal(name) }), choices: [back] }],
      };
    const { shown, turns } = pageOfList(certificates, page, perPage, `go:unit-papers:${id}`);
    return {
      say: [
        {
          text: {
            join: [say('unit.certificates', { name: literal(name) }), ...shown.map(line)],
            by: '\n',
          },
          choices: [
            ...(may.judge
              ? shown.map((one) => ({
                  id: `go:certificate-judge:${one.id}`,
                  label: literal(shortTitle(one.title, 40)),
                }))
              : []),
            ...turns,
            back,
          ],
          columns: 1,
        },
      ],
    };
  },
  draft: () => undefined,
});
