import { html } from 'hono/html';
import type { Seen } from '../../../bot/hall.ts';
import type { Line } from '../visitor/line.ts';
import { filled, kinds, words } from '../words.ts';
import type { Html } from './html.ts';
import type { LocalTime } from './local-time.ts';

const fact = (name: string, value: string | number | undefined): Html | '' =>
  value === undefined || value === '' ? '' : html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

const seenLine = ({ kind, form, asked, effects, letters, tries, outcome }: Seen): Html =>
  html`<p class="what">${outcome === 'repeated' ? words.repeated : words.seen}: <strong>${kinds[kind] ?? kind}</strong></p>
    <dl>${fact(words.form, form)}${fact(words.asked, asked)}${fact(words.effects, effects.join(', '))}
    ${fact(words.letters, letters || undefined)}${fact(words.tries, tries > 1 ? tries : undefined)}</dl>`;

/** One line of "Di balik layar". The JSON of a call opens on demand. */
export const lineView = (line: Line, time: LocalTime): Html => {
  const stamp = html`<time datetime="${line.at.toISOString()}">${time.seconds(line.at)}</time>`;
  if (line.kind === 'seen') return html`<li class="seen">${stamp}${seenLine(line.seen)}</li>`;
  const { method, ok, milliseconds, json } = line;
  const took = milliseconds === undefined ? '' : filled(words.milliseconds, { count: milliseconds });
  return html`<li class="call${ok ? '' : ' refused'}">${stamp}<details><summary><code>${method}</code> <span>${took}</span></summary><pre tabindex="0">${json}</pre></details></li>`;
};
