import type { AnyChannel, Sent, Standing } from './channels/channel.ts';
import { fit } from './conversation/fit.ts';
import type { Inbound } from './conversation/inbound.ts';
import { say } from './conversation/reply.ts';
import type { Handled } from './handle.ts';
import { translate } from './i18n/translate.ts';

/** What an answer becomes on a channel: calls in the order they must arrive. */
export const wiresOf = <Wire>(handled: Handled, inbound: Inbound, channel: AnyChannel): Wire[] => {
  const { locale, session } = handled;
  const speak = (text: Parameters<typeof translate>[1]) => translate(locale, text);
  const label = inbound.content.kind === 'choice' ? inbound.content.label : undefined;
  return handled.say.flatMap((reply, i): Wire[] => {
    const standing: Standing =
      i > 0
        ? {}
        : {
            ...(session.talk?.keys && { clears: speak(say('keyboard.gone')) }),
            ...(inbound.press && { edits: inbound.press.on }),
            ...(label && { chosen: speak(say('chosen', { label })) }),
          };
    return channel.encode(inbound.from, fit(reply, channel.can, speak), standing);
  });
};

/** Sends calls one after another; stops at the first that fails and tells which. */
export const sendInOrder = async <Wire>(
  wires: readonly Wire[],
  send: (wire: Wire) => Promise<Sent>,
): Promise<Extract<Sent, { ok: false }> | undefined> => {
  for (const wire of wires) {
    const sent = await send(wire);
    if (!sent.ok) return sent;
  }
  return undefined;
};
