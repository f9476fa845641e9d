import { fact, form } from '../../conversation/form.ts';
import { type Choice, type Reply, say, type Text } from '../../conversation/reply.ts';
import type { Aspect } from '../../domain/aspect.ts';
import type { ServiceView } from '../../domain/service.ts';
import { asked, servicePart, serviceTitle } from './service-parts.ts';

/** `parts`: what was asked of it; without them all of it is shown. */
type Answers = { code: string; parts: Aspect[] };
type Facts = { view: ServiceView | null };

const rateThis = (code: string): Choice => ({ id: `go:skm:${code}`, label: say('button.rate-this') });

const doors: readonly Choice[] = [
  { id: 'go:report', label: say('button.report') },
  { id: 'go:services', label: say('button.services-other') },
  { id: 'go:menu', label: say('button.menu') },
];

/** What stands under the answer to a question about a service. */
const doorsAsked = ({ code }: ServiceView): readonly Choice[] => [
  { id: `go:skm:${code}`, label: say('button.rate-this') },
  { id: 'go:ask-city', label: say('button.ask-other') },
];

/** Hours and place stand only where they are known: beside the six components they are no duty. */
const whenAndWhere = (view: ServiceView): Text[] => [
  ...(view.hours === null ? [] : [servicePart(view, 'hours')]),
  ...(view.place === null ? [] : [servicePart(view, 'place')]),
];

/** A service by the six components that must be published of it (`domain/sp4n.md` section 10). */
export const serviceCard = (view: ServiceView): Reply => ({
  text: {
    join: [
      serviceTitle(view),
      servicePart(view, 'requirements'),
      servicePart(view, 'steps'),
      {
        join: [
          servicePart(view, 'time'),
          servicePart(view, 'fee'),
          servicePart(view, 'product'),
          ...whenAndWhere(view),
          servicePart(view, 'complaints'),
        ],
        by: '\n',
      },
    ],
    by: '\n\n',
  },
  choices: [rateThis(view.code), ...doors],
  columns: 1,
});

/** What a service asks for, how it goes, and what it costs; opened by its code from lists and other conversations. */
export const service = form<Answers, Facts>({
  id: 'service',
  starts: (argument) => ({ code: argument }),
  facts: {
    view: fact<Answers, ServiceView | null, string>({
      of: ({ code }) => code,
      read: (reads, code) => reads.service(code),
    }),
  },
  questions: () => ({}),
  finish: ({ answers: { parts = [] }, facts: { view } }) => {
    if (!view) return { say: [{ text: say('service.gone'), choices: doors.slice(1) }] };
    return { say: [parts.length > 0 ? asked(view, parts, doorsAsked(view)) : serviceCard(view)] };
  },
  draft: () => undefined,
});
