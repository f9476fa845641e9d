import { literal, say, type Text } from '../conversation/reply.ts';
import type { SurveyChange } from '../domain/skm/survey-change.ts';

/** *Anda bilang, kami lakukan*: a change as people read it, with what is said of it below. `label`: the service, or the whole office. */
export const changeText = (
  label: string,
  { said, done }: Pick<SurveyChange, 'said' | 'done'>,
  below: Text,
): Text => ({
  join: [
    say('survey-change.slogan'),
    literal(label),
    say('survey-change.people', { words: literal(said) }),
    say('survey-change.ours', { message: literal(done) }),
    below,
  ],
  by: '\n',
});
