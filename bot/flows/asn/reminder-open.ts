import { form } from '../../conversation/form.ts';
import { say } from '../../conversation/reply.ts';
import { type Opened, openedBy } from './reminder-choice.ts';

type Answers = { opened: string };

/** Which conversation shows a thing, and with what it begins. */
const shownBy = ({ kind, code }: Opened) => {
  switch (kind) {
    case 'register':
    case 'complete':
      return { form: 'training', answers: { code } };
    case 'certificate':
      return { form: 'certificate', answers: { of: code } };
    case 'jp_pace':
    case 'date':
      return { form: 'profile' };
    default:
      return kind satisfies never;
  }
};

/** The tap on a thing under a reminder: it was not passed over, and it opens. */
export const reminderOpen = form<Answers>({
  id: 'reminder-open',
  work: true,
  starts: (argument) => (openedBy(argument) ? { opened: argument } : {}),
  questions: () => ({}),
  finish: ({ answers: { opened = '' } }) => {
    const it = openedBy(opened);
    if (!it) return { say: [{ text: say('snooze.none') }], rests: true };
    const named = it.code ? `${it.kind}:${it.code}` : it.kind;
    return { say: [], effects: [{ do: 'reminder.touch', named }], next: shownBy(it) };
  },
  draft: () => undefined,
});
