import { html } from 'hono/html';
import type { Persona } from '../personas.ts';
import type { Shown } from '../phone/handset.ts';
import type { Visit } from '../reader.ts';
import type { Chat } from '../visitor/chat.ts';
import { bubble } from './bubble.ts';
import type { Html } from './html.ts';

/** What stands in an empty chat: who this is, and what could be said. */
const welcome = ({ hall, t, link }: Visit, { key, hat, language, examples }: Persona): Html => {
  const { service, name } = hall.city().agency;
  return html`<div class="welcome">
    <p class="service">${service}</p>
    <p>${t('coba.welcome', { agency: name })}</p>
    <p>${t(hat === 'citizen' ? 'coba.welcome.hint' : 'coba.welcome.staff')}</p>
    <form method="post" action="${link('/coba/kirim')}" data-act>
      <input type="hidden" name="as" value="${key}"><input type="hidden" name="do" value="type">
      ${examples.map((text) => html`<button class="example" lang="${language}" name="text" value="${text}">${text}</button>`)}
    </form>
  </div>`;
};

const dayOf = (seconds: number, zone: string): string =>
  new Date(seconds * 1000).toLocaleDateString('en-CA', { timeZone: zone });

const bubbleAt = (visit: Visit, chat: Chat, messages: readonly Shown[], i: number): Html | undefined => {
  const message = messages[i];
  if (!message) return undefined;
  const { zone } = visit.hall.city().agency;
  const before = messages[i - 1];
  return bubble(visit, {
    message,
    persona: chat.persona.key,
    language: chat.language(message.id),
    newDay: !before || dayOf(before.date, zone) !== dayOf(message.date, zone),
  });
};

/** One message of a chat as it stands now; undefined where it is gone. */
export const bubbleOf = (visit: Visit, chat: Chat, id: string): Html | undefined => {
  const messages = chat.phone().messages();
  return bubbleAt(
    visit,
    chat,
    messages,
    messages.findIndex((one) => one.id === id),
  );
};

/** Everything said so far, or a welcome. */
export const conversation = (visit: Visit, persona: Persona, chat: Chat | undefined): Html => {
  const messages = chat?.phone().messages() ?? [];
  if (!chat || messages.length === 0) return welcome(visit, persona);
  return html`${messages.map((_, i) => bubbleAt(visit, chat, messages, i) ?? '')}`;
};
