import { type Choice, literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import { type Aspect, aspects } from '../../domain/aspect.ts';
import { isFree, type ServiceView } from '../../domain/service.ts';

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

const signs = [...'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'];

/** The place of a step, told apart from the number of a choice, which people without buttons type. */
export const stepSign = (nth: number): string => signs[nth - 1] ?? `(${nth})`;

/** One thing about a service, said as its office said it; where it said nothing, that it is asked there. */
export const servicePart = (view: ServiceView, aspect: Aspect): Text => {
  switch (aspect) {
    case 'requirements':
      return listed(say('service.requirements'), view.requirements, () => '☐');
    case 'steps':
      return listed(say('service.steps'), view.steps, stepSign);
    case 'time':
      return say('service.time', { detail: given(view.time) });
    case 'fee':
      return say('service.fee', { detail: fee(view) });
    case 'product':
      return say('service.product', { detail: given(view.product) });
    case 'hours':
      return say('service.hours', { detail: given(view.hours) });
    case 'place':
      return say('service.place', { detail: given(view.place) });
    case 'phone':
    case 'complaints':
      return complaints(view);
    default:
      return aspect satisfies never;
  }
};

export const serviceTitle = ({ name, unit }: ServiceView): Text =>
  say('service', { label: literal(name), unit: literal(unit) });

/** Exactly what was asked of a service, and the way to all of it. */
export const asked = (view: ServiceView, wanted: readonly Aspect[], more: readonly Choice[]): Reply => ({
  text: {
    join: [
      serviceTitle(view),
      // The number of an office stands among the ways to complain: both asked for are one line.
      ...aspects
        .filter((one) => wanted.includes(one) && !(one === 'phone' && wanted.includes('complaints')))
        .map((one) => servicePart(view, one)),
      ...(wanted.includes('place') && view.address !== null
        ? [say('office.address', { detail: literal(view.address) })]
        : []),
      say('service.from'),
    ],
    by: '\n\n',
  },
  choices: [{ id: `go:service:${view.code}`, label: say('button.see-all') }, ...more],
  columns: 1,
});
