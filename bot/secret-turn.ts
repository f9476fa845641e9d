import type { AnyForm } from './conversation/form.ts';
import type { Address, Inbound } from './conversation/inbound.ts';
import { readButton } from './conversation/wire-id.ts';
import type { Registry } from './registry.ts';

/** On a linked device messages are stored before anybody reads them, so nothing said there can be secret (`reliability.md` section 4). */
export const keepsSecrets = (channel: Address['channel']): boolean => channel !== 'whatsapp-linked';

/** The form that a press opens by itself, whatever conversation is under way; none for a press that answers a question. */
export const formOpenedBy = ({ forms }: Registry, { content }: Inbound): AnyForm | undefined => {
  const button = content.kind === 'choice' ? readButton(content.id) : undefined;
  return button?.kind === 'go' ? forms.get(button.form) : undefined;
};

/** What may be kept of a message that failed: of a step of a secret form only that it was one. */
export const keptPayload = (registry: Registry, inbound: Inbound, payload: unknown): unknown => {
  const form = formOpenedBy(registry, inbound);
  return form?.secret ? { secret: form.id } : payload;
};
