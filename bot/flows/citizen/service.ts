import { fact, form } from '../../conversation/form.ts';
import { type Choice, literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import { isFree, type ServiceView } from '../../domain/service.ts';

type Answers = { code: string };
type Facts = { view: ServiceView | null };

const doors: readonly Choice[] = [
  { id: 'go:report', label: say('button.report') },
  { id: 'go:services', label: say('button.services-other') },
  { id: 'go:menu', label: say('button.menu') },
];

const unknown = say('service.ask-office');

const given = (said: string | null): Text => (said === null ? unknown : literal(said));

/** A list under its title; what the office has not said is asked there. */
const listed = (title: Text, lines: readonly string[], sign: (nth: number) => string): Text =>
  lines.length === 0
    ? { join: [title, unknown], by: ' ' }
    : { join: [title, ...lines.map((line, i) => literal(`${sign(i + 1)} ${line}`))], by: '\n' };

const fee = ({ fee }: ServiceView): Text => (fee !== null && isFree(fee) ? say('service.free') : given(fee));

/** Where trouble with the service is heard: the office as far as it is known, and always this hall. */
const complaints = ({ phone, address }: ServiceView): Text => {
  const ways = [phone, address].filter((way) => way !== null);
  return ways.length === 0
    ? say('service.complaints-here')
    : say('service.complaints', { detail: literal(ways.join(', ')) });
};

/** Hours and place stand only where they are known: beside the six components they are no duty. */
const whenAndWhere = ({ hours, place }: ServiceView): Text[] => [
  ...(hours === null ? [] : [say('service.hours', { detail: literal(hours) })]),
  ...(place === null ? [] : [say('service.place', { detail: literal(place) })]),
];

const signs = [...'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'];

/** The place of a step, told apart from the number of a choice, which people without buttons type. */
export const stepSign = (nth: number): string => signs[nth - 1] ?? `(${nth})`;

/** A service by the six components that must be published of it (`domain/sp4n.md` section 10). */
export const serviceCard = (view: ServiceView): Reply => ({
  text: {
    join: [
      say('service', { label: literal(view.name), unit: literal(view.unit) }),
      listed(say('service.requirements'), view.requirements, () => '☐'),
      listed(say('service.steps'), view.steps, stepSign),
      {
        join: [
          say('service.time', { detail: given(view.time) }),
          say('service.fee', { detail: fee(view) }),
          say('service.product', { detail: given(view.product) }),
          ...whenAndWhere(view),
          complaints(view),
        ],
        by: '\n',
      },
    ],
    by: '\n\n',
  },
  choices: doors,
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
  finish: ({ facts: { view } }) =>
    view ? { say: [serviceCard(view)] } : { say: [{ text: say('service.gone'), choices: doors.slice(1) }] },
  draft: () => undefined,
});
