import { literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import type { CandidateView } from '../../domain/award/committee-view.ts';
import { shortTitle } from '../../domain/training/short-title.ts';
import { pageOfList } from '../supervisor/paged.ts';

/** So many stories stand on one page. */
const perPage = 2;

/** A story as long as a page bears two of them. */
const storyMost = 900;

/** What a candidate's head, colleagues and they themselves wrote, page by page; nobody who nominated is named. */
export const candidateStories = (view: CandidateView, wanted: number): Reply => {
  const { id, name, forwardReason, innovation, stories } = view;
  const texts: Text[] = [
    ...(forwardReason ? [say('candidate.forwarded', { message: literal(forwardReason) })] : []),
    ...(innovation ? [say('candidate.innovation', { message: literal(innovation) })] : []),
    ...stories.map(({ value, words }) =>
      say('candidate.story', {
        what: say(`award.value.${value}`),
        message: literal(shortTitle(words, storyMost)),
      }),
    ),
  ];
  const { shown, turns } = pageOfList(texts, wanted, perPage, `go:candidate:${id} cerita`);
  return {
    text: {
      join: [
        say('candidate.stories', { name: literal(name) }),
        ...(shown.length > 0 ? shown : [say('candidate.no-stories')]),
      ],
      by: '\n\n',
    },
    choices: [...turns, { id: `go:candidate:${id}`, label: say('button.committee.card') }],
  };
};
