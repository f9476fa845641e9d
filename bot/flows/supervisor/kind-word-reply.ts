import { type Choice, literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import type { OpenKindWord } from '../../domain/training/kind-word.ts';
import { jpWords, shortTitle } from '../../domain/training/short-title.ts';

const textOf = ({ kind, about, due, from, verified, duty }: OpenKindWord): Text => {
  const blanks = {
    role: say(`kind-word.role.${from}`),
    title: literal(shortTitle(about)),
    date: { date: due },
  };
  switch (kind) {
    case 'register':
      return say('kind-word.register', blanks);
    case 'complete':
      return say('kind-word.complete', blanks);
    case 'certificate':
      return say('kind-word.certificate', blanks);
    case 'jp_pace':
      return say('kind-word.jp_pace', {
        ...blanks,
        jp: jpWords(verified),
        target: duty.is === 'none' ? '' : jpWords(duty.jp),
      });
    default:
      return kind satisfies never;
  }
};

const wayOn = ({ kind, key }: OpenKindWord): Choice => {
  const code = key.split(':').slice(1, -1).join(':');
  switch (kind) {
    case 'register':
    case 'complete':
      return { id: `go:training:${code}`, label: say('button.training.open') };
    case 'certificate':
      return { id: `go:certificate:${code}`, label: say('button.certificate.send') };
    case 'jp_pace':
      return { id: 'go:trainings', label: say('button.training.open') };
    default:
      return kind satisfies never;
  }
};

/** A kind word as its reader sees it: who sends it, about what, and one tap to the thing itself. */
export const kindWordReply = (word: OpenKindWord): Reply => ({
  text: textOf(word),
  choices: [wayOn(word)],
});
