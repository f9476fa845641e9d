import { fact, form } from '../../conversation/form.ts';
import { literal, say } from '../../conversation/reply.ts';
import type { OwnData } from '../../domain/own-data.ts';
import type { ServiceView } from '../../domain/service.ts';
import { noticeVersion } from './notice.ts';
import { mine } from './own-data/mine.ts';

type Wanted = { code: string };
type Facts = { view: ServiceView | null; mine: OwnData };

/**
 * *Kabari saya*: to hear what the office of a service changes. It is asked for by itself: nothing here says or keeps that
 * anybody rated.
 */
export const wish = form<Wanted, Facts>({
  id: 'skm-wish',
  starts: (argument) => ({ code: argument }),
  facts: {
    view: fact<Wanted, ServiceView | null, string>({
      of: ({ code }) => code,
      read: (reads, code) => reads.service(code),
    }),
    mine,
  },
  questions: () => ({}),
  finish: ({ facts: { view, mine: held } }) => {
    if (!view) return { say: [{ text: say('service.gone') }] };
    const done = say('survey-wish.done', { unit: literal(view.unit) });
    return {
      say: [
        held?.stopped
          ? {
              text: { join: [done, say('survey-wish.stopped')], by: '\n' },
              choices: [{ id: 'go:news', label: say('button.news') }],
            }
          : { text: done },
      ],
      effects: [
        { do: 'survey.wish', service: view.code },
        { do: 'consent', purpose: 'survey-news', given: 'yes', version: noticeVersion },
      ],
    };
  },
  draft: () => undefined,
});

type Ended = { unit: string };

/** *Berhenti dikabari*: no longer what one office changes, or, where it is not named, any. */
export const unwish = form<Ended>({
  id: 'skm-unwish',
  starts: (argument) => ({ unit: argument }),
  questions: () => ({}),
  finish: ({ answers, moment: { city } }) => {
    const unit = city.units.find(({ code }) => code === answers.unit);
    return {
      say: [
        {
          text: unit ? say('survey-wish.ended', { unit: literal(unit.name) }) : say('survey-wish.ended-all'),
        },
      ],
      effects: [{ do: 'survey.unwish', unit: unit?.code ?? null, version: noticeVersion }],
    };
  },
  draft: () => undefined,
});
