import { fact, form } from '../../conversation/form.ts';
import { literal, type Reply, say } from '../../conversation/reply.ts';
import { shortTitle } from '../../domain/training/short-title.ts';
import type { PersonView } from '../../domain/training/unit-view.ts';
import { nobody } from './unit-person.ts';

type Answers = { id: number };
type Facts = { person: PersonView | null };

const back = ({ id }: PersonView): Reply['choices'] => [
  { id: `go:unit-person:${id}`, label: say('button.unit.person') },
  { id: 'go:unit', label: say('button.unit.back') },
];

/** One tap: a kind word to a colleague about what presses most, unless they have had one today, or about it this week. */
export const kindWord = form<Answers, Facts>({
  id: 'kind-word',
  work: true,
  starts: (argument) => ({ id: Math.max(0, Math.trunc(Number(argument) || 0)) }),
  facts: {
    person: fact<Answers, PersonView | null, number>({
      of: ({ id }) => id,
      read: (reads, id) => reads.unitPerson(id),
    }),
  },
  questions: () => ({}),
  finish: ({ facts: { person } }) => {
    if (!person?.may.enrol) return { say: [nobody] };
    const { id, name, items, reach, greeted } = person;
    const choices = back(person) ?? [];
    const answer = (text: Reply['text']) => ({ say: [{ text, choices }] });
    const named = { name: literal(name) };
    if (!reach) return answer(say('unit.person.unreached'));
    if (greeted) return answer(say('kind-word.greeted', named));
    const item = items.find(({ spoken }) => !spoken);
    if (!item) return answer(say(items.length > 0 ? 'kind-word.recent' : 'kind-word.nothing', named));
    return {
      ...answer(
        item.kind === 'jp_pace'
          ? say('kind-word.sent-jp', named)
          : say('kind-word.sent', { ...named, title: literal(shortTitle(item.about)) }),
      ),
      effects: [{ do: 'kind-word.send', employee: id, item: item.key }],
    };
  },
  draft: () => undefined,
});
