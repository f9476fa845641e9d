import type { Shown } from '../../conversation/fit.ts';
import type { Address } from '../../conversation/inbound.ts';
import type { TextFile } from '../../conversation/reply.ts';
import type { Wire } from './encode.ts';
import { html, plain } from './html.ts';
import { captionMost } from './media-calls.ts';
import { placeOf } from './place.ts';

/** The words that stand under a document: few enough for a caption, with nothing to choose under them and no photos above. */
export const underDocument = ({ note, texts, rows, request, media }: Shown): string | undefined => {
  if (media.length > 0 || rows.length > 0 || request) return undefined;
  const words = [...(note ? [note] : []), ...texts].join('\n\n');
  return plain(words).length <= captionMost ? words : undefined;
};

/** A document of ours, uploaded with the call that shows it; `caption` holds our marks. */
export const documentCall = (to: Address, file: TextFile, caption?: string, about?: string): Wire => ({
  method: 'sendDocument',
  body: {
    ...placeOf(to),
    ...(caption !== undefined && { caption: html(caption), parse_mode: 'HTML' }),
  },
  files: [{ ...file, field: 'document' }],
  ...(caption !== undefined && { unmarked: plain(caption) }),
  ...(about && { about }),
});
