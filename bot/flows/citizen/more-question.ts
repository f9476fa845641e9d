import type { Question } from '../../conversation/question.ts';
import { type Reply, say } from '../../conversation/reply.ts';

/** More of a report: words, or a photo, voice note or video (by our media id) with the words beside it. */
export type More = { words?: string; photos?: string[] };

const recorded = ({ media, caption }: { media: string; caption?: string }): More => ({
  photos: [media],
  ...(caption && { words: caption }),
});

/** Asks for words of at least so many characters, or a picture or recording. */
export const moreQuestion = (ask: Pick<Reply, 'text'>, least: number): Question<More> => ({
  ask: { ...ask, choices: [{ id: 'cancel', label: say('button.cancel') }] },
  hear: {
    text: ({ text }) =>
      [...text.trim()].length < least ? { again: say('words.short') } : { answer: { words: text.trim() } },
    photo: (content) => ({ answer: recorded(content) }),
    voice: (content) => ({ answer: recorded(content), note: say('voice.got') }),
    video: (content) => ({ answer: recorded(content), note: say('video.got') }),
  },
  valid: (value) => typeof value === 'object' && value !== null,
});
