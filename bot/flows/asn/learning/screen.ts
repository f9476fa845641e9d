import { authored, type Choice, literal, type Reply, say, type Text } from '../../../conversation/reply.ts';
import { limits, seen, unmarked } from '../../../domain/modules/module-limits.ts';
import type { LearnChoice, LearnScreen } from '../../../domain/modules/module-reads.ts';

/** One tap on. */
export const onward = (press: string): Choice => ({
  id: `go:learn:${press}`,
  label: say('button.learn.next'),
});

/** A way out under every screen: nothing is lost by it. */
export const pause = (module: string): Choice => ({
  id: `go:learn-pause:${module}`,
  label: say('button.learn.pause'),
});

/** Buttons and rows show no marks. */
const asChoices = (choices: readonly LearnChoice[]): Choice[] =>
  choices.map(({ label, press }) => ({
    id: `go:learn:${press}`,
    label: literal(unmarked(label)),
  }));

/** "Kartu 12 dari 12" in its longest language. */
const placeLetters = 24;

/** The place stands above a card where one message holds both, and behind it in short where not; so does the part of a card of several. */
const cardText = ({ text, nth, of, part, parts }: Extract<LearnScreen, { is: 'card' }>): Text => {
  const counted = parts > 1 ? `${text} (${part}/${parts})` : text;
  if (part > 1) return authored(counted);
  const fits = seen(counted) + placeLetters <= limits.message && counted.split('\n').length < limits.lines;
  return fits
    ? { join: [say('learn.card', { nth, count: of }), authored(counted)], by: '\n' }
    : { join: [authored(text), literal(`(${nth}/${of})`)], by: ' ' };
};

/** A screen of a module as a message. */
export const screenReply = (module: string, screen: LearnScreen): Reply => {
  switch (screen.is) {
    case 'card':
      return {
        text: cardText(screen),
        choices: [onward(screen.next), pause(module)],
        ...(screen.picture && {
          media: [{ id: screen.picture.id, kind: 'photo', alt: literal(screen.picture.alt) }],
        }),
      };
    case 'question':
      return {
        text: say('learn.question', { nth: screen.nth, count: screen.of, question: authored(screen.ask) }),
        choices: [...asChoices(screen.choices), pause(module)],
        spelled: screen.choices.length,
        columns: 1,
      };
    case 'scene': {
      const { title, text, choices } = screen;
      const ends = choices.length === 0;
      return {
        text: title
          ? { join: [say('learn.case', { title: literal(title) }), authored(text)], by: '\n' }
          : authored(text),
        choices: [...(ends ? [onward(module)] : asChoices(choices)), pause(module)],
        ...(!ends && { spelled: choices.length, columns: 1 }),
      };
    }
    default:
      return screen satisfies never;
  }
};
