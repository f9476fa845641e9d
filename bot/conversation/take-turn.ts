import type { Effect } from '../effects.ts';
import type { Reads } from '../reads.ts';
import { control } from './control.ts';
import { lookUp } from './facts.ts';
import type { AnyForm, Finish } from './form.ts';
import { hear } from './hear.ts';
import type { Said } from './heard.ts';
import type { Moment } from './moment.ts';
import { nextStep } from './next-step.ts';
import type { Reply, Text } from './reply.ts';
import type { Talk } from './talk.ts';
import type { Tongue } from './tongue.ts';

/** What a turn came to. `took` tells that the content became part of an answer, so that its photo is worth fetching. */
export type Turn = {
  talk: Talk | null;
  say: readonly Reply[];
  effects: readonly Effect[];
  next?: Finish['next'];
  rests?: boolean;
  took: boolean;
  /** Shown beside a pressed button where the channel can: an old button, a kept choice. */
  toast?: Text;
};

/**
 * One message inside a conversation: hear, look up, and either ask the next question, show the summary or finish.
 * Pure but for `reads`, which is asked at most once for each fact that the answer changed.
 */
export const takeTurn = async (
  form: AnyForm,
  talk: Talk,
  said: Said,
  moment: Moment,
  tongue: Tongue,
  reads: Reads,
): Promise<Turn> => {
  const heard = control(form, talk, said, moment, tongue) ?? hear(form, talk, said, moment, tongue);
  switch (heard.kind) {
    case 'gone':
      return { talk: null, say: heard.say, effects: [], took: false };
    case 'old':
      return { ...nextStep(form, talk, moment, heard.toast), took: false, toast: heard.toast };
    case 'again': {
      const misses = (talk.misses ?? 0) + 1;
      return { ...nextStep(form, { ...talk, misses }, moment, heard.text), took: false };
    }
    case 'shows':
      return { ...nextStep(form, heard.talk, moment, heard.note), took: false };
    case 'sent':
      return { ...nextStep(form, talk, moment, undefined, true), took: false };
    case 'answered': {
      const { misses: _, page: __, ...rest } = heard.talk;
      const known = await lookUp(form, talk.answers, rest, moment, reads);
      return { ...nextStep(form, known, moment, heard.note), took: true };
    }
    default:
      return heard satisfies never;
  }
};

/** Opens a conversation, with some answers already given, and asks its first open question. */
export const openTalk = async (
  form: AnyForm,
  talk: Talk,
  moment: Moment,
  reads: Reads,
  note?: Text,
): Promise<Turn> => {
  const known = await lookUp(form, {}, talk, moment, reads);
  return { ...nextStep(form, known, moment, note), took: true };
};

/** The open question as it stands, for a repeated message or a letter that only says "ask again". */
export const askAgain = (form: AnyForm, talk: Talk, moment: Moment, note?: Text): Turn => ({
  ...nextStep(form, talk, moment, note),
  took: false,
});
