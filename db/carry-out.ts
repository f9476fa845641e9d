import type { Change, Session } from '../bot/ports.ts';
import type { Runner } from './prepared.ts';
import type { Seal } from './sealed.ts';
import { changeContact } from './stores/change-contact.ts';
import { addLetters } from './stores/letter.ts';
import { forgetMedia, wantMedia } from './stores/media.ts';
import { addToReport, fileReport, followReport, sharePhone, unfollowReport } from './stores/report.ts';

/**
 * Carries out everything a conversation asked for, inside the message's transaction and after its claim: all of it is
 * written or nothing.
 */
export const carryOut = async (tx: Runner, seal: Seal, session: Session, change: Change): Promise<void> => {
  const { contact } = session;
  const at = change.now;
  for (const effect of change.effects) {
    switch (effect.do) {
      case 'contact.locale':
      case 'contact.noticed':
      case 'contact.stop':
      case 'contact.resume':
      case 'contact.left':
      case 'contact.back':
        await changeContact(tx, contact.id, effect, at);
        break;
      case 'media.want':
        await wantMedia(tx, seal, contact, effect);
        break;
      case 'media.forget':
        await forgetMedia(tx, contact.id, effect.ids);
        break;
      case 'report.file':
        await fileReport(tx, seal, contact, effect, change.key);
        break;
      case 'report.follow':
        await followReport(tx, contact.id, effect.ticket, at);
        break;
      case 'report.unfollow':
        await unfollowReport(tx, contact.id, effect.ticket);
        break;
      case 'report.add':
        await addToReport(tx, seal, contact.id, effect, at);
        break;
      case 'report.share-phone':
        await sharePhone(tx, seal, contact.id, effect);
        break;
      default:
        effect satisfies never;
    }
  }
  await addLetters(tx, seal, contact, change.letters, at);
};
