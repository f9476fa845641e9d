import type { Question } from '../../conversation/question.ts';
import { literal, type Reply, say } from '../../conversation/reply.ts';
import { type Unit, unitFor } from '../../domain/agency.ts';
import { officesNamed } from '../../domain/offices-named.ts';
import type { City } from '../../ports.ts';
import type { CaseView } from '../../reads.ts';

/** The offices a report can go to: that of its category first, then all others that answer in chat. */
export const officesFor = ({ category }: Pick<CaseView, 'category'>, city: City): Unit[] => {
  const own = city.categories.find(({ key }) => key === category);
  const first = own && unitFor(own, city.units).code;
  return city.units
    .filter(({ answers }) => answers)
    .toSorted((a, b) => Number(b.code === first) - Number(a.code === first) || a.name.localeCompare(b.name));
};

/** An office by tap or by name; one that does not answer in chat yet is refused, for a report would lie there unseen. */
export const officeQuestion = (
  ask: Reply,
  offices: readonly Unit[],
  units: readonly Unit[],
): Question<string> => {
  const heard = (unit: Unit) => ({
    answer: unit.code,
    note: say('forward.is', { unit: literal(unit.name) }),
  });
  const open = (code: unknown) => offices.find((one) => one.code === code);
  return {
    ask: {
      ...ask,
      columns: 1,
      choices: offices.map(({ code, name }) => ({ id: code, label: literal(name) })),
    },
    hear: {
      choice: ({ id }) => {
        const unit = open(id);
        return unit ? heard(unit) : { again: say('again.choose') };
      },
      text: ({ text }) => {
        const named = officesNamed(text, units);
        const answering = named.filter(({ code }) => open(code));
        const [only, ...others] = answering;
        if (only && others.length === 0) return heard(only);
        if (only) {
          const list = answering.slice(0, 3).map(({ name }) => name);
          return { again: say('forward.which', { list: literal(list.join('; ')) }) };
        }
        const [silent] = named;
        return {
          again: silent ? say('forward.silent', { unit: literal(silent.name) }) : say('forward.unclear'),
        };
      },
    },
    valid: (value) => open(value) !== undefined,
    title: say('button.part.office'),
  };
};
