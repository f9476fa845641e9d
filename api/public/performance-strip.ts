import { html } from 'hono/html';
import { bands } from '../../bot/domain/skm/grade.ts';

/** The scale of the index (PermenPANRB 14/2017); with the weight 0.11 it begins a little lower. */
const [least, most] = [25, 100];

/** Where a value stands on the scale, in hundredths of its length: for drawing only. */
const along = (value: string | number): number =>
  Math.round(Math.min(100, Math.max(0, ((Number(value) - least) / (most - least)) * 100)) * 100) / 100;

const upwards = bands.toReversed();

/** The bands of the grades from D to A, as far as the next one begins. */
const spans = upwards.map(({ grade, from }, at) => {
  const [begins, ends] = [along(from), along(upwards[at + 1]?.from ?? most)];
  return { grade, begins, wide: Math.round((ends - begins) * 100) / 100 };
});

/** The letters of the grades over their bands. What is drawn stands beside it in words, so it is for looking only. */
export const axis = () =>
  html`<svg class="axis" height="20" aria-hidden="true">${spans.map(
    ({ grade, begins, wide }) => html`<text x="${begins + wide / 2}%" y="15">${grade}</text>`,
  )}</svg>`;

/** An index on the scale: a dot for now, an open circle for the period before; grey where too few people answered. */
export const strip = ({
  now,
  before,
  enough,
}: {
  now: string;
  before: string | undefined;
  enough: boolean;
}) =>
  html`<svg class="strip" height="24" aria-hidden="true">${spans.map(
    ({ grade, begins, wide }) =>
      html`<rect class="${grade}" x="${begins}%" y="4" width="${wide}%" height="16"/>`,
  )}${before === undefined ? '' : html`<circle class="then" cx="${along(before)}%" cy="12" r="6"/>`}<circle class="now${enough ? '' : ' thin'}" cx="${along(now)}%" cy="12" r="7"/></svg>`;

/** An element's value as a bar on the same scale. */
export const bar = (value: string) =>
  html`<svg class="bar" height="8" aria-hidden="true"><rect class="all" width="100%" height="8" rx="4"/><rect class="got" width="${along(value)}%" height="8" rx="4"/></svg>`;
