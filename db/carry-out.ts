import type { Change, Session } from '../bot/ports.ts';
import type { Runner } from './prepared.ts';
import type { Seal } from './sealed.ts';
import { linkStaff, missCode, unlinkStaff } from './stores/activation.ts';
import { changeContact } from './stores/change-contact.ts';
import { forgetMedia, wantMedia } from './stores/media.ts';
import { addToReport, fileReport, followReport, sharePhone, unfollowReport } from './stores/report.ts';

/**
 * Carries out every effect a conversation asked for, inside the message's transaction and behind its claim: all of it is
 * written or nothing. The statements are sent one behind the other without waiting, so that they cost one round trip.
 */
export const carryOut = (tx: Runner, seal: Seal, session: Session, change: Change): Promise<unknown>[] => {
  const { contact } = session;
  const at = change.now;
  return change.effects.map((effect): Promise<unknown> => {
    switch (effect.do) {
      case 'contact.locale':
      case 'contact.noticed':
      case 'contact.stop':
      case 'contact.resume':
      case 'contact.left':
      case 'contact.back':
        return changeContact(tx, contact.id, effect, at);
      case 'media.want':
        return wantMedia(tx, seal, contact, effect);
      case 'media.forget':
        return forgetMedia(tx, contact.id, effect.ids);
      case 'report.file':
        return fileReport(tx, seal, contact, effect, change.key);
      case 'report.follow':
        return followReport(tx, contact.id, effect.ticket, at);
      case 'report.unfollow':
        return unfollowReport(tx, contact.id, effect.ticket);
      case 'report.add':
        return addToReport(tx, seal, contact.id, effect, at);
      case 'report.share-phone':
        return sharePhone(tx, seal, contact.id, effect);
      case 'staff.link':
        return linkStaff(tx, seal, contact, effect.code, at);
      case 'staff.miss-code':
        return missCode(tx, contact.id, effect.code, at);
      case 'staff.unlink':
        return unlinkStaff(tx, contact.id, at);
      default:
        return effect satisfies never;
    }
  });
};
