import { imageSize } from '../../emulator/image-size.ts';
import { fileKinds, type SentFile } from './limits.ts';
import type { FileRef } from './messages/media.ts';
import type { Outgoing } from './messages/read-message.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

function fileOf(message: Outgoing): [SentFile, FileRef] | undefined {
  switch (message.type) {
    case 'image':
      return ['image', message.image];
    case 'video':
      return ['video', message.video];
    case 'audio':
      return ['audio', message.audio];
    case 'document':
      return ['document', message.document];
    case 'sticker':
      return ['sticker', message.sticker];
    case 'interactive': {
      const header = 'header' in message.interactive ? message.interactive.header : undefined;
      return header && 'file' in header ? [header.kind, header.file] : undefined;
    }
    default:
      return undefined;
  }
}

/**
 * What is wrong with the file of a message, found only after it was taken. Links are taken unseen, because nothing leaves
 * this process; an unknown id is refused at once.
 */
export function brokenFile(world: World, message: Outgoing): Refusal | undefined {
  const [kind, { id }] = fileOf(message) ?? [undefined, {}];
  if (kind === undefined || id === undefined) return undefined;
  const file = world.media.byId(id, world.clock.now());
  if (!file)
    throw new Refusal(
      100,
      `Param ${kind}['id'] is not a valid whatsapp business account media attachment ID`,
    );
  if (!fileKinds.find((one) => one.kind === kind)?.types.includes(file.type.split(';')[0] ?? ''))
    return new Refusal(131053, `Unsupported ${kind} mime type ${file.type}.`);
  if (file.type.startsWith('audio/ogg') && !file.type.includes('codecs=opus'))
    return new Refusal(131053, 'Audio in Ogg must be of codec Opus, and say so.');
  if ((kind === 'image' || kind === 'sticker') && !imageSize(file.bytes))
    return new Refusal(131053, 'Image file is invalid: its header cannot be read.');
  return undefined;
}
