import { askingOf } from '../conversation/open-question.ts';
import { say } from '../conversation/reply.ts';
import { type Hall, momentOf } from '../hall.ts';
import type { Letter, Session } from '../ports.ts';

/** The one kind word about a draft that has waited a day: it is kept, and can be taken up again with one tap. */
export const nudgeLetter = (hall: Hall, session: Session): Letter | undefined => {
  const { talk } = session;
  const form = talk && hall.registry.forms.get(talk.form);
  const draft = talk && form?.draft?.(askingOf(talk, momentOf(hall, session)));
  if (!draft) return undefined;
  return {
    say: {
      text: say('draft.nudge', { draft }),
      choices: [
        { id: 'go:resume', label: say('button.resume') },
        { id: 'go:menu', label: say('button.menu') },
      ],
    },
    lane: 'bulk',
    ...(form?.fleeting && { fleeting: true }),
  };
};
