import { authored, type Choice, literal, say, type Text } from '../../conversation/reply.ts';
import type { LearningAsk } from '../../domain/reminding/learning-ask.ts';
import { usedChoices } from './recall/used-choices.ts';

/** What learning asks, as a line of the message of the day. */
export const askText = (ask: LearningAsk): Text => {
  switch (ask.is) {
    case 'recall': {
      const { count, modules } = ask;
      const title = authored(ask.title);
      return modules > 1
        ? say('training-reminder.recall-several', { count, title })
        : say('training-reminder.recall', { count, title });
    }
    case 'used':
      return say('training-reminder.used', { title: literal(ask.title) });
    case 'self-check':
      return say('training-reminder.self-check');
    default:
      return ask satisfies never;
  }
};

/** One tap to answer it. */
export const askChoices = (ask: LearningAsk): readonly Choice[] => {
  switch (ask.is) {
    case 'recall':
      return [{ id: 'go:recall', label: say('button.recall') }];
    case 'used':
      return usedChoices(ask.training);
    case 'self-check':
      return [{ id: 'go:self-check', label: say('button.self-check') }];
    default:
      return ask satisfies never;
  }
};
