import { html } from 'hono/html';
import type { Seen } from '../../../bot/hall.ts';
import type { TextKey } from '../../../bot/i18n/keys.ts';
import type { Visit } from '../reader.ts';
import type { Line } from '../visitor/line.ts';
import type { Html } from './html.ts';
import { icon } from './icons.ts';

const kinds: { readonly [kind: string]: TextKey } = {
  text: 'coba.kind.text',
  choice: 'coba.kind.choice',
  photo: 'coba.kind.photo',
  location: 'coba.kind.location',
  phone: 'coba.kind.phone',
};

const fact = (name: string, value: string | number | undefined): Html | '' =>
  value === undefined || value === '' ? '' : html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

const seenLine = ({ t }: Visit, { kind, form, asked, effects, letters, tries, outcome }: Seen): Html =>
  html`<p class="what">${outcome === 'repeated' ? t('coba.repeated') : t('coba.seen')}: <strong>${t(kinds[kind] ?? 'coba.kind.other')}</strong></p>
    <dl>${fact(t('coba.form'), form)}${fact(t('coba.asked'), asked)}${fact(t('coba.effects'), effects.join(', '))}
    ${fact(t('coba.letters'), letters || undefined)}${fact(t('coba.tries'), tries > 1 ? tries : undefined)}</dl>`;

/** One line of "Di balik layar". The JSON of a call opens on demand. */
export const lineView = (visit: Visit, line: Line): Html => {
  const { t, time } = visit;
  const stamp = html`<time datetime="${line.at.toISOString()}">${time.seconds(line.at)}</time>`;
  const id = `baris-${line.id}`;
  if (line.kind === 'seen')
    return html`<li class="seen" id="${id}">${stamp}${seenLine(visit, line.seen)}</li>`;
  if (line.kind === 'fate')
    return html`<li class="fate" id="${id}">${stamp}<p>${t('coba.fate')}: ${icon(line.fate === 'sent' ? 'tick' : 'ticks')} ${t(`coba.fate.${line.fate}`)}</p></li>`;
  const { method, ok, milliseconds, json } = line;
  const took = milliseconds === undefined ? '' : t('coba.milliseconds', { count: milliseconds });
  return html`<li class="call${ok ? '' : ' refused'}" id="${id}">${stamp}<details><summary><code>${method}</code> <span>${took}</span></summary><pre tabindex="0">${json}</pre></details></li>`;
};
