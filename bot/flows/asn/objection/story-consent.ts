import { fact, form } from '../../../conversation/form.ts';
import { yesNo } from '../../../conversation/questions/pick.ts';
import { literal, say } from '../../../conversation/reply.ts';
import type { StoryAsked } from '../../../domain/award/result-reads.ts';

type Answers = { nominee: number; yes: boolean };
type Facts = { story: StoryAsked | null };

/** Whether a winner lets the story be told with the name; asked again it shows what stands, and changes it. */
export const storyConsent = form<Answers, Facts>({
  id: 'story-consent',
  work: true,
  starts: (argument) => (/^\d{1,15}$/.test(argument.trim()) ? { nominee: Number(argument) } : {}),
  facts: {
    story: fact<Answers, StoryAsked | null, number | null>({
      of: ({ nominee }) => nominee ?? null,
      read: (reads, nominee) => reads.storyAsked(nominee),
    }),
  },
  questions: ({ facts: { story } }) =>
    story
      ? {
          yes: yesNo({
            text: say('award-story.ask', { title: literal(story.title) }),
            ...(story.told !== null && {
              note: say(story.told ? 'award-story.now-yes' : 'award-story.now-no'),
            }),
          }),
        }
      : {},
  ends: ({ facts: { story } }) => (story === null ? { say: [{ text: say('award-story.none') }] } : undefined),
  finish: ({ answers: { yes = false }, facts: { story } }) =>
    story
      ? {
          say: [
            {
              text: say(yes ? 'award-story.yes' : 'award-story.no'),
              choices: [{ id: `go:story-consent:${story.nominee}`, label: say('button.award.story') }],
            },
          ],
          effects: [{ do: 'award.story-consent', nominee: story.nominee, yes }],
        }
      : { say: [] },
  draft: () => undefined,
});
