import { type Choice, literal, type Reply, say, type Text } from '../../../conversation/reply.ts';
import { beginAgain } from '../../../domain/modules/learn-press.ts';
import type { LearnLook, LearnResult } from '../../../domain/modules/module-reads.ts';
import { jpWords } from '../../../domain/training/short-title.ts';

const shelf: Choice = { id: 'go:learn-shelf', label: say('button.learn') };

const again = (module: string, from: 'questions' | 'start', attempt: number): Choice => ({
  id: `go:learn:${beginAgain(module, from, attempt)}`,
  label: from === 'questions' ? say('button.learn.questions') : say('button.learn.reread'),
});

const outcome = ({ title }: LearnLook, { passed, right, of, percent, needed }: LearnResult): Text => {
  const blanks = { title: literal(title), right, count: of, percent };
  return passed ? say('learn.passed', blanks) : say('learn.failed', { ...blanks, needed });
};

/** The certificate that is there, or the fresh one and what it is worth. */
const papers = ({ passed, certificate, jp }: LearnResult, fresh: string, publicUrl: string): Text[] => {
  const blanks = (number: string) => ({
    number: literal(number),
    link: literal(`${publicUrl}/sertifikat/${number}`),
  });
  if (certificate !== null) return [say('learn.held', blanks(certificate))];
  if (!passed) return [];
  return [
    say('learn.certificate', blanks(fresh)),
    jp > 0 ? say('learn.jp', { jp: jpWords(jp) }) : say('learn.no-jp'),
  ];
};

/** Whether what was answered wrongly may come back: asked once, at the end. */
const repeatReply = (module: string, { wrong }: LearnResult): Reply => ({
  text: say('learn.repeat', { count: wrong }),
  choices: [
    { id: `go:learn-repeat:${module}`, label: say('button.learn.repeat') },
    { id: `go:learn-repeat:${module} no`, label: say('button.no-need') },
  ],
});

/** How a module ended, with its certificate or the ways to try again; `just`: by what was done now. */
export const resultReplies = (
  look: LearnLook,
  result: LearnResult,
  { just, fresh, publicUrl }: { just: boolean; fresh: string; publicUrl: string },
): Reply[] => {
  const { module } = look;
  const { passed, wrong, attempt } = result;
  const text: Text = { join: [outcome(look, result), ...papers(result, fresh, publicUrl)], by: '\n' };
  if (!passed)
    return [
      {
        text,
        choices: [
          again(module, 'questions', attempt),
          again(module, 'start', attempt),
          { id: `go:learn-repeat:${module}`, label: say('button.learn.later') },
        ],
      },
    ];
  if (just && wrong > 0) return [{ text }, repeatReply(module, result)];
  return [{ text, choices: [shelf, again(module, 'start', attempt)] }];
};
