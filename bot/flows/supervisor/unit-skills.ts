import { fact, form } from '../../conversation/form.ts';
import { type Choice, literal, type Reply, say } from '../../conversation/reply.ts';
import type { UnitSkillsLook } from '../../domain/paths/self-check-reads.ts';
import { shortTitle } from '../../domain/training/short-title.ts';

type Answers = { unit: string };
type Facts = { look: UnitSkillsLook | null };

/** So many skills are named; the weakest stand first. */
const mostNamed = 4;

const back: Choice = { id: 'go:unit', label: say('button.unit.back') };

const shown = ({ unit, year, people, missing }: UnitSkillsLook): Reply => {
  const blanks = { unit: literal(unit), year };
  if (people === null) return { text: say('unit.skills.few', blanks), choices: [back] };
  if (missing.length === 0)
    return { text: say('unit.skills.none', { ...blanks, count: people }), choices: [back] };
  const named = missing.slice(0, mostNamed);
  const modules = new Map(named.flatMap(({ module }) => (module ? [[module.code, module.title]] : [])));
  const more = missing.length - named.length;
  return {
    text: {
      join: [
        say('unit.skills', { ...blanks, count: people }),
        ...named.map(({ skill }) => say('self-check.weak', { what: say(`skill.${skill}`) })),
        ...(more > 0 ? [say('unit.skills.more', { count: more })] : []),
        say('unit.skills.how'),
      ],
      by: '\n',
    },
    choices: [
      ...[...modules].map(([code, title]) => ({
        id: `go:learn:${code}`,
        label: literal(shortTitle(title, 60)),
      })),
      back,
    ],
    columns: 1,
  };
};

/** What a unit could learn together, by the self-checks of the year, added up; nothing of fewer than five people. */
export const unitSkills = form<Answers, Facts>({
  id: 'unit-skills',
  work: true,
  starts: (argument) => (argument.trim() ? { unit: argument.trim() } : {}),
  facts: {
    look: fact<Answers, UnitSkillsLook | null, string | null>({
      of: ({ unit }) => unit ?? null,
      read: (reads, unit) => reads.unitSkills(unit),
    }),
  },
  questions: () => ({}),
  finish: ({ facts: { look } }) => ({ say: [look ? shown(look) : { text: say('unit.skills.not-yours') }] }),
  draft: () => undefined,
});
