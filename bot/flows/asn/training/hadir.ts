import { type Finish, fact, form } from '../../../conversation/form.ts';
import type { Question } from '../../../conversation/question.ts';
import { yesNo } from '../../../conversation/questions/pick.ts';
import { type Choice, literal, say, type Text } from '../../../conversation/reply.ts';
import { judgeTries } from '../../../domain/activation-code.ts';
import { readAttendanceCode } from '../../../domain/training/attendance-code.ts';
import type { AttendanceLook } from '../../../domain/training/attendance-view.ts';

type Answers = { code: string; join: boolean };
type Facts = { look: AttendanceLook | null };
type Found = NonNullable<AttendanceLook['found']>;

const hourMs = 3_600_000;

const codeQuestion: Question<string> = {
  ask: { text: say('hadir.ask'), choices: [{ id: 'cancel', label: say('button.cancel') }] },
  hear: {
    text: ({ text }) => {
      const code = readAttendanceCode(text);
      return code ? { answer: code } : { again: say('hadir.unclear') };
    },
  },
  valid: (value) => typeof value === 'string' && readAttendanceCode(value) !== undefined,
};

/** Where the last seat was taken while somebody made up their mind, whatever they say then leads on to `ends`, which tells them. */
const joinQuestion = ({ title, is }: Found): Question<boolean> => {
  const asked = yesNo({ text: say('hadir.join', { title: literal(title) }) });
  const heard = () => ({ answer: true });
  return is === 'joins' ? asked : { ...asked, hear: { choice: heard, text: heard } };
};

const blanks = ({ title, day }: Found) => ({ title: literal(title), date: { date: day } });

/** What to do after the last day: say so, and tell how it was. */
const onward = ({ training }: Found): Choice[] => [
  { id: `go:training-finish:${training}`, label: say('button.hadir.finish') },
  { id: `go:training-review:${training}`, label: say('button.hadir.review') },
];

const toTraining = ({ training }: Found): Choice[] => [
  { id: `go:training:${training}`, label: say('button.training.open') },
];

const simply = (text: Text, choices: readonly Choice[] = []): Finish => ({
  say: [{ text, ...(choices.length > 0 && { choices }) }],
});

const notIn = (found: Found, join: boolean | undefined): Finish | undefined => {
  switch (found.is) {
    case 'is-present':
      return simply(say('hadir.again', blanks(found)), found.last ? onward(found) : toTraining(found));
    case 'full':
      return simply(say('hadir.full', { title: literal(found.title) }), toTraining(found));
    case 'early':
      return simply(say('hadir.early', blanks(found)));
    case 'joins':
      return join === false ? simply(say('hadir.not-joined')) : undefined;
    case 'present':
      return undefined;
    default:
      return found.is satisfies never;
  }
};

/**
 * `/hadir 7K4-PQ2`, or the QR in the room: whoever is registered is there; who is not, may be, where there is room. Wrong codes
 * count like those that link a chat, for whoever guesses here would guess there.
 */
export const hadir = form<Answers, Facts>({
  id: 'hadir',
  work: true,
  starts: (argument) => {
    const code = readAttendanceCode(argument);
    return code ? { code } : {};
  },
  facts: {
    look: fact<Answers, AttendanceLook | null, string>({
      of: ({ code }) => code ?? '',
      read: (reads, code) => reads.attendance(code),
    }),
  },
  questions: ({ facts: { look } }) => ({
    code: codeQuestion,
    ...(look?.found && look.found.is !== 'present' && { join: joinQuestion(look.found) }),
  }),
  ends: ({ answers: { code, join }, facts: { look }, moment: { now } }) => {
    if (look === undefined) return undefined;
    if (look === null) return simply(say('profile.none'));
    if (!code) return undefined;
    const tries = judgeTries(
      look.tried.map((at) => new Date(at)),
      now,
    );
    if (!tries.may)
      return simply(say('link.wait', { count: Math.ceil((tries.again.getTime() - now.getTime()) / hourMs) }));
    if (!look.found) return { ...simply(say('hadir.no')), effects: [{ do: 'training.miss-code' }] };
    return notIn(look.found, join);
  },
  finish: ({ answers: { code = '', join = false }, facts: { look } }) => {
    const found = look?.found;
    if (!found) return { say: [] };
    const done = say('hadir.done', blanks(found));
    return {
      ...(found.last
        ? simply({ join: [done, say('hadir.last')], by: '\n' }, onward(found))
        : simply(done, toTraining(found))),
      effects: [{ do: 'training.attend', code, joins: join }],
    };
  },
  draft: () => undefined,
});
