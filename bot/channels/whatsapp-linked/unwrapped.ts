import { type Fields, fields } from '../fields.ts';

/** What may stand around a message: vanishing, seen once, with words, part of an album. */
const wrappers = [
  'ephemeralMessage',
  'viewOnceMessage',
  'viewOnceMessageV2',
  'viewOnceMessageV2Extension',
  'documentWithCaptionMessage',
  'associatedChildMessage',
  'editedMessage',
  'deviceSentMessage',
];

/** As deep as the client itself looks; deeper is somebody's joke. */
const depthMost = 5;

/** The message inside its wrappers, and what was said on the way about the album it belongs to. */
export const unwrapped = (message: Fields): { message: Fields; context: Fields | undefined } => {
  let inner = message;
  let context = fields(message.messageContextInfo);
  for (let depth = 0; depth < depthMost; depth++) {
    const name = wrappers.find((one) => fields(fields(inner[one])?.message));
    if (!name) break;
    inner = fields(fields(inner[name])?.message) ?? {};
    context = fields(inner.messageContextInfo) ?? context;
  }
  return { message: inner, context };
};
