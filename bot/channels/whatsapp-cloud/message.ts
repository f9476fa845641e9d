import type { Address } from '../../conversation/inbound.ts';
import type { Media, TextFile } from '../../conversation/reply.ts';
import { recipientOf } from './recipient.ts';

/**
 * One call of `POST /{phone_number_id}/messages`. `about` is what the message is about, once it is sent; `letter` names it
 * to us in its statuses; each of `files` is uploaded first, and its new id then stands wherever `uploaded(file)` does.
 */
export type Wire = {
  body: { [name: string]: unknown };
  files?: readonly (Media | TextFile)[];
  about?: string;
  letter?: string;
};

/** What stands in a body for a file of ours until Meta has given it an id. */
export const uploaded = (file: Pick<Media, 'id'> | TextFile): { id: string } => ({
  id: `upload://${'id' in file ? file.id : file.name}`,
});

/** A body without whom it is for. */
export type Part = { type: string; files?: readonly (Media | TextFile)[] } & { [name: string]: unknown };

/** A message to somebody. `letter` comes back in every status of it as `biz_opaque_callback_data` (at most 512 characters). */
export const message = (to: Address, { type, files, ...part }: Part, letter?: string): Wire => ({
  body: {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...recipientOf(to),
    type,
    ...part,
    ...(letter && { biz_opaque_callback_data: letter }),
  },
  ...(files && { files }),
  ...(letter && { letter }),
});
