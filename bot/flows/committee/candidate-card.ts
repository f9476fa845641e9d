import { type Choice, literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import type { CandidateStep } from '../../domain/award/committee-steps.ts';
import type { CandidateNote, CandidateView } from '../../domain/award/committee-view.ts';
import { eligibilityNames } from '../../domain/award/eligibility.ts';
import { innovationLines } from '../../domain/award/innovation.ts';
import { isIn } from '../../domain/award/standing.ts';
import { jpWords, shortTitle } from '../../domain/training/short-title.ts';

const stepChoice = ({ id, version, mine }: CandidateView, step: CandidateStep): Choice => {
  switch (step) {
    case 'accept':
      return { id: `go:candidate:${id} terima ${version}`, label: say('button.committee.accept') };
    case 'ask':
      return { id: `go:candidate-ask:${id} ${version}`, label: say('button.committee.ask') };
    case 'refuse':
      return { id: `go:candidate-refuse:${id} ${version}`, label: say('button.committee.refuse') };
    case 'mark':
      return {
        id: `go:candidate-mark:${id}`,
        label: mine ? say('button.committee.re-mark') : say('button.committee.mark'),
      };
    default:
      return step satisfies never;
  }
};

const noteText = (note: CandidateNote): Text => {
  switch (note.is) {
    case 'reciprocal':
      return say('candidate.note.reciprocal');
    case 'block':
      return say('candidate.note.block', {
        count: note.nominators,
        unit: literal(shortTitle(note.unit, 60)),
      });
    case 'burst':
      return say('candidate.note.burst', { count: note.nominators, max: note.minutes });
    default:
      return note satisfies never;
  }
};

const evidenceLines = ({ evidence: { unit, person, nominations } }: CandidateView): Text[] => [
  say('candidate.named', { count: nominations }),
  ...(unit.ikm
    ? [
        say('candidate.ikm', {
          value: unit.ikm.value.replace('.', ','),
          people: unit.ikm.respondents,
        }),
      ]
    : []),
  ...(unit.onTime
    ? [say('candidate.on-time', { value: unit.onTime.percent.replace('.', ','), count: unit.onTime.reports })]
    : []),
  ...(unit.ikm || unit.onTime ? [] : [say('candidate.no-figures')]),
  say('candidate.jp', { jp: jpWords(person.jp), done: jpWords(person.mentoring) }),
];

const ruleLines = ({ rules }: CandidateView): Text[] => [
  say('candidate.rules'),
  ...eligibilityNames.map((name) =>
    say('candidate.rule', { what: say(`award.rule.${name}`), status: say(`award.judged.${rules[name]}`) }),
  ),
];

const verdictLines = ({ state, judge, judgedOn, verdict, verdictReason, reply }: CandidateView): Text[] => [
  ...(verdict && judge && judgedOn
    ? [say(`candidate.by.${verdict}`, { name: literal(judge), date: { date: judgedOn } })]
    : [say('candidate.state', { status: say(`committee.state.${state}`) })]),
  ...(verdictReason ? [say('candidate.words', { message: literal(verdictReason) })] : []),
  ...(reply ? [say('candidate.reply', { message: literal(reply) })] : []),
];

const markLines = ({ mine, mean }: CandidateView): Text[] => [
  ...(mine
    ? [
        say('candidate.mine', {
          list: literal(innovationLines.map((line) => mine[line]).join(' + ')),
          count: innovationLines.reduce((all, line) => all + mine[line], 0),
        }),
      ]
    : []),
  ...(mean ? [say('candidate.mean', { value: mean.replace('.', ',') })] : []),
];

const barLines = ({ bar, state, standing }: CandidateView): Text[] => {
  if (bar === 'own-office') return [say('candidate.bar.own-office')];
  if (state === 'not-forwarded') return [say('candidate.bar.not-forwarded')];
  return isIn(standing, 'verifikasi') || isIn(standing, 'penilaian') ? [] : [say('candidate.bar.phase')];
};

const paragraph = (lines: readonly Text[]): Text[] => (lines.length > 0 ? [{ join: lines, by: '\n' }] : []);

/** A candidate as a member of the committee sees it: figures of real work, the rules one by one, what was said, and what may be done. */
export const candidateCard = (view: CandidateView): Reply => {
  const { id, name, position, office, category, notes, may, bar } = view;
  if (bar === 'oneself')
    return {
      text: say('candidate.bar.oneself'),
      choices: [
        { id: `go:nominee:${id}`, label: say('button.committee.own-card') },
        { id: 'go:committee', label: say('button.committee.back') },
      ],
    };
  const who = say('candidate.card', {
    name: literal(name),
    position: literal(shortTitle(position, 60)),
    unit: literal(shortTitle(office, 60)),
    category: say(`award.category.${category}`),
  });
  return {
    text: {
      join: [
        { join: [who, ...evidenceLines(view)], by: '\n' },
        ...paragraph(ruleLines(view)),
        ...paragraph(notes.length > 0 ? [say('candidate.notes'), ...notes.map(noteText)] : []),
        ...paragraph([...verdictLines(view), ...markLines(view), ...barLines(view)]),
      ],
      by: '\n\n',
    },
    choices: [
      ...may.map((step) => stepChoice(view, step)),
      { id: `go:candidate:${id} cerita 0`, label: say('button.committee.stories') },
      { id: 'go:committee', label: say('button.committee.back') },
    ],
  };
};
